"""Calls of generated Go: what is sent, what comes back, and what happens when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.functional.support import Spec
from tests.go.support import complaints, make_module, run_program

SHOP = Spec("""
servers: [{url: "https://{shop}.example.com/v1", variables: {shop: {default: main}}}]
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
    machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: /oauth/token, scopes: {}}}}
  schemas:
    Item: {type: object, required: [id], properties: {id: {type: string}, name: {type: string}}}
    Page: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/Item"}}, next: {type: string}}}
    Fault: {type: object, properties: {message: {type: string}, code: {type: integer}}}
    Kind: {type: string, enum: [book, record]}
security: [{bearer: []}]
paths:
  /items:
    get:
      tags: [items]
      operationId: list
      parameters:
      - {name: page, in: query, schema: {type: integer, minimum: 0}}
      - {name: per_page, in: query, schema: {type: integer, maximum: 2}}
      - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses:
        "200": {description: OK, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/Item"}}}}}}}
    post:
      tags: [items]
      operationId: create
      parameters: [{name: X-Trace, in: header, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
      responses:
        "201": {description: Created, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
        "404": {description: Gone, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
  /items/{id}:
    get:
      tags: [items]
      operationId: get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
    put:
      tags: [items]
      operationId: upload
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}, note: {type: string}}}}}
  /logins:
    post:
      tags: [logins]
      operationId: start
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name, password], properties: {name: {type: string}, password: {type: string}}}}}}
  /kinds/{kind}:
    delete:
      tags: [kinds]
      operationId: drop
      parameters: [{name: kind, in: path, required: true, schema: {$ref: "#/components/schemas/Kind"}}]
  /events:
    get:
      tags: [events]
      operationId: watch
      responses: {"200": {description: OK, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Item"}}}}}
  /file:
    get:
      tags: [files]
      operationId: download
      responses: {"200": {description: OK, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}
""")

SERVER = """
	var seen []string
	serve := func(answer http.HandlerFunc) *httptest.Server {
		return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			seen = append(seen, strings.TrimSpace(r.Method+" "+r.RequestURI+" "+string(body)))
			answer(w, r)
		}))
	}
	server := serve(ANSWER)
	defer server.Close()
	shopClient := client.NewClient(option.WithToken("secret-token"), option.WithBaseURL(server.URL))
	_, _ = seen, shopClient
"""


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_module(SHOP, tmp_path_factory.mktemp("calls"), tests=True)


def run(module: Path, answer: str, statements: str) -> list[str]:
    handler = f"func(w http.ResponseWriter, r *http.Request) {{\n{answer}\n}}"
    return run_program(module, SERVER.replace("ANSWER", handler) + statements).splitlines()


def test_it_is_as_gofmt_and_vet_want_it_and_its_own_tests_pass(module: Path) -> None:
    assert complaints(module, tests=True) == ""


def test_parameters_and_properties_stand_in_one_struct(module: Path) -> None:
    printed = run(
        module,
        'w.WriteHeader(201); fmt.Fprint(w, `{"id":"`+r.Header.Get("X-Trace")+r.Header.Get("Authorization")+`"}`)',
        """
	request := &shop.ItemsCreateRequest{XTrace: shop.String("t"), Id: "1", Name: shop.Null[string]()}
	item, err := shopClient.Items.Create(context.TODO(), request)
	fmt.Println(item.Id, err)
	raw, err := shopClient.Items.WithRawResponse.Create(context.TODO(), request)
	fmt.Println(raw.StatusCode, raw.Data.Id, err)
	fmt.Println(seen)
""",
    )
    assert printed == [
        "tBearer secret-token <nil>",
        "201 tBearer secret-token <nil>",
        '[POST /items {"id":"1","name":null} POST /items {"id":"1","name":null}]',
    ]


def test_secrets_of_a_request_are_not_printed(module: Path) -> None:
    printed = run(
        module,
        "",
        """
	request := &shop.LoginsStartRequest{Name: "me", Password: "hidden"}
	fmt.Printf("%v %+v %s\\n", request, *request, request)
	fmt.Println(shopClient.Logins.Start(context.TODO(), request), seen)
""",
    )
    masked = '{"name":"me","password":"***"}'
    assert printed == [f"{masked} {masked} {masked}", '<nil> [POST /logins {"name":"me","password":"hidden"}]']


def test_all_pages_are_walked_through(module: Path) -> None:
    printed = run(
        module,
        """page := r.URL.Query().Get("page")
		switch page {
		case "0", "1":
			fmt.Fprintf(w, `{"items":[{"id":"%s-a"},{"id":"%s-b"}]}`, page, page)
		case "2":
			fmt.Fprint(w, `[{"id":"bare"}]`)
		default:
			fmt.Fprint(w, `{"items":[]}`)
		}""",
        """
	_, err := shopClient.Items.List(context.TODO(), nil)
	fmt.Println(seen, err)
	seen = nil
	page, err := shopClient.Items.List(context.TODO(), &shop.ItemsListRequest{Tags: []string{"a b", "c"}})
	fmt.Println(len(page.Items), page.HasNext(), err)
	for item, err := range page.All(context.TODO()) {
		fmt.Print(item.Id, err, " ")
	}
	fmt.Println()
	fmt.Println(strings.Join(seen, "|"))
""",
    )
    # Nothing must be given, so that nil is no mistake.
    assert printed[:2] == ["[GET /items?page=0&per_page=2] <nil>", "2 true <nil>"]
    assert printed[2].split() == ["0-a<nil>", "0-b<nil>", "1-a<nil>", "1-b<nil>", "bare<nil>"]
    assert printed[3].split("|") == [f"GET /items?page={page}&per_page=2&tags=a%20b&tags=c" for page in range(4)]


def test_errors_are_told_by_their_status(module: Path) -> None:
    printed = run(
        module,
        'w.Header().Set("X-Request-Id", "r1"); w.WriteHeader(404); fmt.Fprint(w, `{"message":"no such shop","code":7}`)',
        """
	_, err := shopClient.Items.Create(context.TODO(), &shop.ItemsCreateRequest{Id: "1"}, option.WithQueryParameters(url.Values{"token": {"hidden"}}))
	var missing *shop.NotFoundError
	var general *core.APIError
	fmt.Println(errors.As(err, &missing), errors.As(err, &general), general.StatusCode, *missing.Body.(*shop.Fault).Code)
	fmt.Println(strings.ReplaceAll(err.Error(), server.URL, "URL"))
	fmt.Println(strings.Contains(fmt.Sprintf("%+v", general), "secret-token"))
""",
    )
    assert printed == [
        "true true 404 7",
        "POST URL/items: 404 Not Found: no such shop (request id: r1)",
        "false",
    ]


def test_passing_failures_are_tried_again(module: Path) -> None:
    printed = run(
        module,
        'if len(seen) < 3 { w.Header().Set("Retry-After-Ms", "1"); w.WriteHeader(503); return }; fmt.Fprint(w, `{"id":"1"}`)',
        """
	retried := 0
	hook := option.WithOnRetry(func(_ context.Context, retry core.RetryInfo) { retried += retry.StatusCode })
	item, err := shopClient.Items.Get(context.TODO(), "a/b", hook)
	fmt.Println(item.Id, err, retried, seen)
	_, err = client.NewClient(option.WithBaseURL("http://127.0.0.1:9"), option.WithMaxRetries(0)).Items.Get(context.TODO(), "1")
	var fault *core.TransportError
	fmt.Println(errors.As(err, &fault))
	ctx, cancel := context.WithTimeout(context.TODO(), time.Millisecond)
	defer cancel()
	seen = nil
	<-ctx.Done()
	_, err = shopClient.Items.Get(ctx, "1")
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
""",
    )
    assert printed == ["1 <nil> 1006 [GET /items/a%2Fb GET /items/a%2Fb GET /items/a%2Fb]", "true", "true"]


def test_bad_use_is_an_error_before_anything_is_sent(module: Path) -> None:
    printed = run(
        module,
        "",
        """
	_, err := shopClient.Items.Get(context.TODO(), "")
	fmt.Println(err)
	_, err = shopClient.Items.Create(context.TODO(), nil)
	fmt.Println(err)
	fmt.Println(shopClient.Kinds.Drop(context.TODO(), nil))
	fmt.Println(client.NewClient(option.WithShop("evil.com/")).Kinds.Drop(context.TODO(), shop.KindBook.Ptr()))
	fmt.Println(client.NewClient(option.WithBaseURL("nowhere")).Kinds.Drop(context.TODO(), shop.KindBook.Ptr()))
	fmt.Println(shopClient.Kinds.Drop(context.TODO(), shop.KindBook.Ptr(), option.WithHeader("X-A", "b\\nc")) != nil, len(seen))
""",
    )
    assert printed == [
        'the path parameter "id" is empty',
        "the request is nil",
        'the path parameter "kind" is nil',
        'the value for "shop" would change more of the server\'s URL than its place: https://{shop}.example.com/v1',
        "the base URL must be an absolute URL, such as https://api.example",
        "true 0",
    ]


def test_files_and_streams(module: Path) -> None:
    printed = run(
        module,
        """switch r.URL.Path {
		case "/events":
			w.Header().Set("Content-Type", "text/event-stream")
			fmt.Fprint(w, ": hello\\nid: 7\\ndata: {\\"id\\":\\ndata: \\"1\\"}\\r\\n\\r\\ndata: no JSON\\n\\ndata: {\\"id\\":\\"2\\"}\\n\\ndata: {\\"id\\":\\"cut off\\"}")
		case "/file":
			fmt.Fprint(w, "bytes")
		}""",
        """
	stream, err := shopClient.Events.Watch(context.TODO())
	for item, err := range stream.All() {
		fmt.Println(item.Id, err, stream.LastEventID())
	}
	fmt.Println(err, stream.Close())
	file, err := shopClient.Files.Download(context.TODO())
	content, _ := io.ReadAll(file)
	fmt.Println(string(content), err, file.Close())
	photo := core.NewFile(strings.NewReader("pixels"), "a.png", "image/png")
	fmt.Println(shopClient.Items.Upload(context.TODO(), "1", &shop.ItemsUploadRequest{Photo: photo, Note: shop.String("n")}))
	sent := seen[len(seen)-1]
	fmt.Println(strings.Contains(sent, `name="photo"; filename="a.png"`), strings.Contains(sent, "image/png"), strings.Contains(sent, "pixels"), strings.Contains(sent, `name="note"`))
""",
    )
    assert printed == ["1 <nil> 7", "2 <nil> 7", "<nil> <nil>", "bytes <nil> <nil>", "<nil>", "true true true true"]


def test_tokens_are_got_kept_and_renewed(module: Path) -> None:
    printed = run(
        module,
        """if r.URL.Path == "/oauth/token" {
			fmt.Fprintf(w, `{"access_token":"t%d","expires_in":3600}`, len(seen))
			return
		}
		if r.Header.Get("Authorization") == "Bearer t1" && len(seen) > 3 {
			w.WriteHeader(401)
			return
		}
		fmt.Fprint(w, `{"id":"`+r.Header.Get("Authorization")+`"}`)""",
        """
	machine := client.NewClient(option.WithBaseURL(server.URL), option.WithClientCredentials("me", "very secret", "read:items"))
	for range 3 {
		item, err := machine.Items.Get(context.TODO(), "1")
		fmt.Println(item.Id, err)
	}
	fmt.Println(strings.Join(seen, "|"))
""",
    )
    assert printed == [
        "Bearer t1 <nil>",
        "Bearer t1 <nil>",
        "Bearer t5 <nil>",
        "POST /oauth/token client_id=me&client_secret=very+secret&grant_type=client_credentials&scope=read%3Aitems|"
        "GET /items/1|GET /items/1|GET /items/1|"
        "POST /oauth/token client_id=me&client_secret=very+secret&grant_type=client_credentials&scope=read%3Aitems|GET /items/1",
    ]


def test_what_departs_from_the_document_is_told_and_refused_when_strict(module: Path) -> None:
    printed = run(
        module,
        'fmt.Fprint(w, `{"id":1,"name":null}`)',
        """
	told := option.WithOnDrift(func(_ context.Context, drift core.DriftInfo) { fmt.Println(drift.Pointer, drift.Expected) })
	item, err := shopClient.Items.Get(context.TODO(), "1", told)
	fmt.Println(item, err)
	_, err = shopClient.Items.Get(context.TODO(), "1", option.WithStrictResponses())
	var fault *core.DecodeError
	fmt.Println(errors.As(err, &fault), err)
""",
    )
    assert printed == [
        "/id a string",
        "/name no null",
        '{"id":1,"name":null} <nil>',
        'true expected a string at "/id"',
    ]


def test_packages_and_files_of_several_groups_may_have_one_name(tmp_path: Path) -> None:
    paths = "".join(
        f"""
  /{number}:
    get:
      tags: [a]
      x-operation-group: {group}
      operationId: op{number}
      parameters: [{{name: q, in: query, schema: {{type: string}}}}]"""
        for number, group in enumerate(
            [
                "[users, groups, roles]",
                "[teams, groups, roles]",
                "[teams, core, client]",
                "[core, option, x]",
                "[groups, io]",
                "[groups]",
                "[groups, example]",
                "[requests]",
                "[options]",
            ]
        )
    )
    module = make_module(Spec(f"paths:{paths}"), tmp_path, tests=True)
    assert complaints(module, tests=True) == ""
    packages = {file.parent for file in module.rglob("*.go")}
    assert [folder for folder in packages if not (folder / "doc.go").exists()] == []
