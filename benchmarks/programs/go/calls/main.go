// Calls an operation in one way, one call after the other: calls URL WAY. Prints what a call took, as JSON.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"testing"

	"github.com/auth0/go-auth0/management/management"
	"github.com/auth0/go-auth0/management/management/bench/plain"
	"github.com/auth0/go-auth0/management/management/bench/processor"
	"github.com/auth0/go-auth0/management/management/client"
	"github.com/auth0/go-auth0/management/management/option"
)

type trigger struct {
	ID string `json:"id"`
}

type action struct {
	Name              string    `json:"name"`
	SupportedTriggers []trigger `json:"supported_triggers"`
}

func main() {
	url := os.Args[1]
	ours := client.NewClient(option.WithToken("token"), option.WithBaseURL(url))
	request := &management.CreateActionRequestContent{
		Name:              "name",
		SupportedTriggers: []*management.ActionTrigger{{Id: "post-login"}},
	}
	ways := map[string]func(){
		"sdksmith": func() {
			_, err := ours.Actions.Create(context.Background(), request)
			check(err)
		},
		"bare": func() { bare(url) },
	}
	call := ways[os.Args[2]]
	call()
	count, before := 0, processor.Seconds()
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			count++
			call()
		}
	})
	fmt.Printf(`{"each": %g, "processor": %g, "allocations": %d, "bytes": %d}`+"\n",
		result.T.Seconds()/float64(result.N), (processor.Seconds()-before)/float64(count), result.AllocsPerOp(), result.AllocedBytesPerOp())
}

// bare does with net/http and encoding/json what a program by hand would.
func bare(url string) {
	body, err := json.Marshal(action{Name: "name", SupportedTriggers: []trigger{{ID: "post-login"}}})
	check(err)
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, url+"/actions/actions", bytes.NewReader(body))
	check(err)
	request.Header.Set("Authorization", "Bearer token")
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	check(err)
	content, err := io.ReadAll(response.Body)
	check(err)
	check(response.Body.Close())
	var value plain.Answer
	check(json.Unmarshal(content, &value))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
