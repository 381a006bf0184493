// A program that makes one call.
package main

import (
	"context"
	"fmt"

	"github.com/auth0/go-auth0/management/management"
	"github.com/auth0/go-auth0/management/management/client"
	"github.com/auth0/go-auth0/management/management/option"
)

func main() {
	client := client.NewClient(
		option.WithToken(
			"<token>",
		),
	)
	request := &management.CreateActionRequestContent{
		Name: "name",
		SupportedTriggers: []*management.ActionTrigger{
			{
				Id: "id",
			},
		},
	}
	fmt.Println(client.Actions.Create(
		context.TODO(),
		request,
	))
}
