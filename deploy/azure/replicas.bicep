// Two replicas of the program behind the ingress of Container Apps, which holds the certificate.
param name string
param location string
param subnetId string
param identityId string
param registryServer string
param image string
@description('Where the secrets are in the Key Vault; no secret themselves.')
param appCredentialUri string
param databaseUrlUri string
param appId string
param tenantId string
param allowedTeams string
param moderators string
param admins string

var port = 3978
var host = '${name}.${environment.properties.defaultDomain}'
var optionalSettings = [
  { name: 'ALLOWED_TEAMS', value: allowedTeams }
  { name: 'MODERATORS', value: moderators }
  { name: 'ADMINS', value: admins }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource helper 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // The old replicas serve until the new ones are ready.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [{ server: registryServer, identity: identityId }]
      secrets: [
        { name: 'app-password', keyVaultUrl: appCredentialUri, identity: identityId }
        { name: 'database-url', keyVaultUrl: databaseUrlUri, identity: identityId }
      ]
    }
    template: {
      // The program needs 9 s at most to finish what is under way.
      terminationGracePeriodSeconds: 15
      scale: { minReplicas: 2, maxReplicas: 2 }
      containers: [
        {
          name: 'helper'
          image: '${registryServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'PORT', value: string(port) }
              { name: 'PUBLIC_HOST', value: host }
              // The ingress.
              { name: 'TRUSTED_PROXIES', value: '1' }
              { name: 'MicrosoftAppId', value: appId }
              { name: 'MicrosoftAppType', value: 'SingleTenant' }
              { name: 'MicrosoftAppTenantId', value: tenantId }
              { name: 'MicrosoftAppPassword', secretRef: 'app-password' }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
            ],
            filter(optionalSettings, setting => !empty(setting.value))
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 3
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 15
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 5
              timeoutSeconds: 5
            }
          ]
        }
      ]
    }
  }
}

output host string = helper.properties.configuration.ingress.fqdn
