// The identity of the replicas, and what it may do: read two secrets and fetch the image.
param name string
@maxLength(24)
param vaultName string
param location string
param registryName string

@secure()
param appPassword string
@secure()
param databaseUrl string

// Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var readSecrets = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
var pullImages = '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource appPasswordSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'app-password'
  properties: { value: appPassword }
}

resource databaseUrlSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'database-url'
  properties: { value: databaseUrl }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, readSecrets)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', readSecrets)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPullImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, pullImages)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pullImages)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output identityId string = identity.id
output registryServer string = registry.properties.loginServer
output vaultName string = vault.name
// Without a version: a new one is read within half an hour.
output appCredentialUri string = appPasswordSecret.properties.secretUri
output databaseUrlUri string = databaseUrlSecret.properties.secretUri
