module github.com/auth0/go-auth0/management

go 1.26

require github.com/go-json-experiment/json v1.27.2
