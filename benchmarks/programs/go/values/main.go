// Reads or writes the answer of one operation in one way: values FILE WAY. Prints what it took, as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/auth0/go-auth0/management/management"
	"github.com/auth0/go-auth0/management/management/bench/plain"
	"github.com/auth0/go-auth0/management/management/bench/processor"
	"github.com/auth0/go-auth0/management/management/internal/codec"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	check(err)
	var ours management.CreateActionResponseContent
	check(codec.Unmarshal(data, &ours))
	var theirs plain.Answer
	check(json.Unmarshal(data, &theirs))
	count, before := 0, processor.Seconds()
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			count++
			switch os.Args[2] {
			case "decode-sdksmith":
				var value management.CreateActionResponseContent
				check(codec.Unmarshal(data, &value))
			case "decode-sdksmith-json":
				var value management.CreateActionResponseContent
				check(json.Unmarshal(data, &value))
			case "decode-plain":
				var value plain.Answer
				check(json.Unmarshal(data, &value))
			case "encode-sdksmith":
				_, err := codec.Marshal(&ours)
				check(err)
			case "encode-sdksmith-json":
				_, err := json.Marshal(&ours)
				check(err)
			case "encode-plain":
				_, err := json.Marshal(&theirs)
				check(err)
			default:
				panic("no such way")
			}
		}
	})
	fmt.Printf(`{"each": %g, "processor": %g, "allocations": %d, "bytes": %d}`+"\n",
		result.T.Seconds()/float64(result.N), (processor.Seconds()-before)/float64(count), result.AllocsPerOp(), result.AllocedBytesPerOp())
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
