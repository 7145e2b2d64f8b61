// One network with a room for the replicas and one for the database, so that nothing else reaches it.
param name string
param location string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'replicas'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [
            { name: 'replicas', properties: { serviceName: 'Microsoft.App/environments' } }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.0.64/28'
          delegations: [
            {
              name: 'database'
              properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' }
            }
          ]
        }
      }
    ]
  }

  resource replicasSubnet 'subnets' existing = {
    name: 'replicas'
  }

  resource databaseSubnet 'subnets' existing = {
    name: 'database'
  }
}

output networkId string = network.id
output replicasSubnetId string = network::replicasSubnet.id
output databaseSubnetId string = network::databaseSubnet.id
