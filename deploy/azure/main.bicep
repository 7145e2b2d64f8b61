// After EC Helper in Azure: two replicas in Container Apps, a PostgreSQL that they alone reach, the
// secrets in a Key Vault, the log in Log Analytics, and the bot that Teams delivers to.
// docs/operations.md leads through it; main.bicepparam holds what is yours.
targetScope = 'resourceGroup'

@description('Begins the name of everything here.')
@minLength(3)
@maxLength(28)
param name string = 'after-ec-helper'

param location string = resourceGroup().location

@description('The container registry that holds the image, in this resource group.')
param registryName string

@description('The image in that registry, such as after-ec-helper:1.')
param image string

@description('The app registration of the bot (docs/install.md, step 1).')
param appId string

@description('The tenant whose people are answered.')
param tenantId string = tenant().tenantId

@description('The client secret of the app registration.')
@secure()
param appPassword string

@description('The password of the database, of letters and digits:  openssl rand -hex 24')
@secure()
@minLength(24)
param databasePassword string

@description('The teams in whose channels the bot speaks, separated by commas; all where left out.')
param allowedTeams string = ''

@description('Object ids of moderators without an app role, separated by commas.')
param moderators string = ''

@description('Object ids of admins without an app role, separated by commas.')
param admins string = ''

// Names that nobody else in Azure has.
var suffix = uniqueString(resourceGroup().id)

module network 'network.bicep' = {
  params: { name: name, location: location }
}

module database 'database.bicep' = {
  params: {
    name: name
    serverName: '${name}-${suffix}'
    location: location
    subnetId: network.outputs.databaseSubnetId
    networkId: network.outputs.networkId
    password: databasePassword
  }
}

module access 'access.bicep' = {
  params: {
    name: name
    vaultName: 'helper-${suffix}'
    location: location
    registryName: registryName
    appPassword: appPassword
    databaseUrl: 'postgres://${database.outputs.login}:${databasePassword}@${database.outputs.host}:5432/${database.outputs.databaseName}?sslmode=verify-full'
  }
}

module replicas 'replicas.bicep' = {
  params: {
    name: name
    location: location
    subnetId: network.outputs.replicasSubnetId
    identityId: access.outputs.identityId
    registryServer: access.outputs.registryServer
    image: image
    appCredentialUri: access.outputs.appCredentialUri
    databaseUrlUri: access.outputs.databaseUrlUri
    appId: appId
    tenantId: tenantId
    allowedTeams: allowedTeams
    moderators: moderators
    admins: admins
  }
}

module bot 'bot.bicep' = {
  params: {
    name: '${name}-${suffix}'
    host: replicas.outputs.host
    appId: appId
    tenantId: tenantId
  }
}

@description('PUBLIC_HOST, for `npm run manifest`.')
output host string = replicas.outputs.host

output vaultName string = access.outputs.vaultName
