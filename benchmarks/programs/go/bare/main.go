// A program with no more than what any client of an API stands on.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
)

func main() {
	var body bytes.Buffer
	writer := multipart.NewWriter(&body)
	fmt.Println(writer.WriteField("name", "name"), writer.Close())
	content, err := json.Marshal(map[string]any{"name": "name"})
	fmt.Println(err)
	response, err := http.Post("https://api.example.com", "application/json", bytes.NewReader(content))
	if err != nil {
		fmt.Println(err)
		return
	}
	content, err = io.ReadAll(response.Body)
	var value any
	fmt.Println(err, response.Body.Close(), json.Unmarshal(content, &value), value)
}
