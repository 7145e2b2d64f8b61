// What is yours. Secrets are read from the environment of whoever deploys, never from this file:
//
//   read -rs MicrosoftAppPassword && export MicrosoftAppPassword
//   export POSTGRES_PASSWORD=$(openssl rand -hex 24)
using 'main.bicep'

param registryName = 'afterechelper'
param image = 'after-ec-helper:1'
param appId = '0f8fad5b-d9cb-469f-a165-70867728950e'
param appPassword = readEnvironmentVariable('MicrosoftAppPassword')
param databasePassword = readEnvironmentVariable('POSTGRES_PASSWORD')

// param allowedTeams = '19:AbCdEf@thread.tacv2'
// param moderators = '5b0f7a0e-9d7e-4c52-8f0b-2b7f6f6f3c11'
// param admins = 'd1c0de52-6c0b-4a0e-8a57-0f6d3b1c9a42'
