//! Requests: parameters in every style, bodies, versions and credentials.

use crate::canned::Canned;
use azure_core::time::OffsetDateTime;
use futures::executor::block_on;
use std::sync::Arc;

/// A client of a generated crate whose calls succeed, and the transport with its requests.
macro_rules! client {
    ($krate:ident, $client:ident, $options:ident $(, $credential:expr)?) => {{
        let canned = Canned::new(|_, _| crate::canned::response(&(204, &[], "")));
        let mut options = $krate::$options::default();
        options.client_options = canned.options();
        let client = $krate::$client::new("https://test.example.com/v1" $(, $credential)?, Some(options));
        (client.unwrap(), canned)
    }};
}

fn line(canned: &Arc<Canned>) -> String {
    canned.lines().pop().unwrap()
}

mod structured {
    use super::*;
    use parameters_structured::{BooksClient, models::{Author, BooksFindOneOrMore, Filter, Page}};

    fn books() -> (BooksClient, Arc<Canned>) {
        let (client, canned) = client!(parameters_structured, ParametersStructuredClient, ParametersStructuredClientOptions);
        (client.books_client(), canned)
    }

    #[test]
    fn a_path_has_arrays_objects_and_optional_parts() {
        let (books, canned) = books();
        let start = OffsetDateTime::UNIX_EPOCH.year().to_string();
        block_on(books.find(["a,b", "c"], [("x", 1), ("y", 2)], start, "/p").into_future()).unwrap();
        assert_eq!(line(&canned), "GET /v1/shelves/a%2Cb,c/books.x=1.y=2;matrix=1970%2Fp");
        block_on(books.find(["a"], [("x", 1)], "m", "").into_future()).unwrap();
        assert_eq!(line(&canned), "GET /v1/shelves/a/books.x=1;matrix=m");
        let none: [&str; 0] = [];
        let error = block_on(books.find(none, [("x", 1)], "m", "").into_future()).unwrap_err();
        assert_eq!(error.to_string(), "ids is empty");
    }

    #[test]
    fn a_query_has_objects_and_choices() {
        let (books, canned) = books();
        let call = || books.find(["a"], [("x", 1)], "m", "");
        let query = |line: String| line.split_once('?').unwrap().1.to_owned();
        let after = OffsetDateTime::UNIX_EPOCH;
        let filter = Filter::new().author(Author::new("A&B")).after(after).tags(["x", "y"]);
        block_on(call().filter(filter).into_future()).unwrap();
        let deep = "filter[author][name]=A%26B&filter[after]=1970-01-01T00%3A00%3A00Z&filter[tags][]=x&filter[tags][]=y";
        let sorted = |text: &str| {
            let mut pairs: Vec<String> = text.split('&').map(str::to_owned).collect();
            pairs.sort();
            pairs
        };
        assert_eq!(sorted(&query(line(&canned))), sorted(deep));
        block_on(call().page(Page::new().from(1).size(2)).sort([("by", "age")]).into_future()).unwrap();
        assert_eq!(query(line(&canned)), "from=1&size=2&sort=by,age");
        block_on(call().any(true).one_or_more("a").into_future()).unwrap();
        assert_eq!(query(line(&canned)), "any=true&one-or-more=a");
        let several = BooksFindOneOrMore::List(vec!["a".into(), "b".into()]);
        block_on(call().one_or_more(several).x_page(Page::new().size(2)).into_future()).unwrap();
        assert_eq!(query(line(&canned)), "one-or-more=a&one-or-more=b");
        assert_eq!(canned.header("x-page"), "size,2");
    }
}

#[test]
fn strings_have_encodings_of_their_own() {
    use parameters_encoded::models::BooksFindAccept;
    let canned = Canned::script(&[(200, &[], "cover")]);
    let mut options = parameters_encoded::ParametersEncodedClientOptions::default();
    options.client_options = canned.options();
    let endpoint = "https://test.example.com/v1";
    let client = parameters_encoded::ParametersEncodedClient::new(endpoint, Some(options)).unwrap();
    let call = client.books_client().find("a b", BooksFindAccept::ImageJpeg);
    let bytes = vec![0xfb, 0xff];
    let call = call.cover(bytes.clone()).covers([bytes.clone(), bytes]);
    block_on(call.if_modified_since(OffsetDateTime::UNIX_EPOCH).into_future()).unwrap();
    assert_eq!(line(&canned), "GET /v1/books/%22a%20b%22?cover=-_8&covers=-_8%2C-_8");
    assert_eq!(canned.header("if-modified-since"), "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_eq!(canned.header("accept"), "image/jpeg");
}

#[test]
fn the_api_version_goes_to_the_operations_that_take_it() {
    let (client, canned) = client!(api_version_of_some, ApiVersionOfSomeClient, ApiVersionOfSomeClientOptions);
    block_on(client.books_client().count().into_future()).unwrap();
    assert_eq!(line(&canned), "GET /v1/books?api-version=2026-01-01");
    block_on(client.health_client().check().into_future()).unwrap();
    assert_eq!(line(&canned), "GET /v1/health");
    let context = azure_core::http::Context::new();
    block_on(client.health_client().check().context(context).into_future()).unwrap();
    assert_eq!(line(&canned), "GET /v1/health");
}

#[test]
fn a_required_property_of_a_patch_may_be_null() {
    let (client, canned) = client!(merge_patch_null, MergePatchNullClient, MergePatchNullClientOptions);
    let book = client.book_client();
    block_on(book.change(None, None).into_future()).unwrap();
    assert_eq!(line(&canned), r#"PATCH /v1/book {"title":null,"due":null}"#);
    let due = Some(OffsetDateTime::UNIX_EPOCH);
    block_on(book.change(Some("T".to_owned()), due).shelf("s".to_owned()).into_future()).unwrap();
    assert_eq!(line(&canned), r#"PATCH /v1/book {"title":"T","due":"1970-01-01T00:00:00Z","shelf":"s"}"#);
}

#[test]
fn a_file_has_its_own_media_type_or_the_described_one() {
    use body_forms_encoding::File;
    let (client, canned) = client!(body_forms_encoding, BodyFormsEncodingClient, BodyFormsEncodingClientOptions);
    let own = File::new("c").content_type("image/webp");
    let more = [File::new("b"), own];
    block_on(client.covers_client().add("a").more(more).other("d").into_future()).unwrap();
    let body = line(&canned);
    let types: Vec<&str> = body.lines().filter_map(|it| it.strip_prefix("Content-Type: ")).collect();
    assert_eq!(types, ["image/png", "image/jpeg", "image/webp", "application/octet-stream"]);
}

#[test]
fn any_one_of_several_credentials_authorizes_a_call() {
    use security_alternatives::{SecurityAlternativesClient, SecurityAlternativesClientOptions};

    let canned = Canned::new(|_, _| crate::canned::response(&(204, &[], "")));
    let mut options = SecurityAlternativesClientOptions::default();
    options.client_options = canned.options();
    let endpoint = "https://test.example.com";
    let with_key = SecurityAlternativesClient::with_x_api_key(endpoint, "k", Some(options.clone())).unwrap();
    block_on(with_key.pets_client().find().into_future()).unwrap();
    assert_eq!((canned.header("x-api-key"), canned.header("x-site")), ("k".into(), String::new()));
    let with_both = SecurityAlternativesClient::with_x_api_key_and_x_site(endpoint, "k", "s", Some(options)).unwrap();
    block_on(with_both.pets_client().find().into_future()).unwrap();
    assert_eq!((canned.header("x-api-key"), canned.header("x-site")), ("k".into(), "s".into()));
    block_on(with_both.pets_client().drop().into_future()).unwrap();
    assert_eq!((canned.header("x-api-key"), canned.header("x-site")), (String::new(), String::new()));
}

#[test]
fn a_key_follows_its_scheme() {
    let (client, canned) = client!(security_scheme, SecuritySchemeClient, SecuritySchemeClientOptions, "secret");
    block_on(client.books_client().count().into_future()).unwrap();
    assert_eq!(canned.header("authorization"), "SharedAccessKey secret");
}

#[test]
fn bodies_have_the_described_media_type() {
    let (client, canned) = client!(bodies_like_json, BodiesLikeJsonClient, BodiesLikeJsonClientOptions);
    let books = client.books_client();
    block_on(books.put("T").into_future()).unwrap();
    assert_eq!((line(&canned), canned.header("content-type")), (r#"PUT /v1/books {"title":"T"}"#.into(), "application/json".into()));
    block_on(books.post("T").cover("raw").into_future()).unwrap();
    assert_eq!((line(&canned), canned.header("content-type")), (r#"POST /v1/books {"title":"T","cover":"raw"}"#.into(), "text/json".into()));
    block_on(books.send("[1, 2]").into_future()).unwrap();
    assert_eq!((line(&canned), canned.header("content-type")), ("PATCH /v1/books [1, 2]".into(), "application/json".into()));
}

#[test]
fn an_operation_without_a_described_success_succeeds_with_any_2xx() {
    let (client, canned) = client!(responses_of_errors, ResponsesOfErrorsClient, ResponsesOfErrorsClientOptions);
    block_on(client.books_client().clear().into_future()).unwrap();
    block_on(client.shelves_client().clear().into_future()).unwrap();
    assert_eq!(line(&canned), "DELETE /v1/shelves");
}

#[test]
fn the_result_may_be_inside_the_status() {
    use long_running_result::*;
    let canned = Canned::script(&[
        (202, &[("operation-location", "https://test.example.com/v1/status")], r#"{"status":"Running"}"#),
        (200, &[], r#"{"status":"Succeeded","result":{"url":"u"}}"#),
    ]);
    let mut options = LongRunningResultClientOptions::default();
    options.client_options = canned.options();
    let client = LongRunningResultClient::new("https://test.example.com/v1", Some(options)).unwrap();
    let export = client.books_client().begin_export();
    let export = export.poll_every(azure_core::time::Duration::milliseconds(1));
    assert_eq!(block_on(export.into_future()).unwrap().url, "u");
}

#[test]
fn an_operation_may_have_a_server_of_its_own() {
    use endpoint_of_own::{EndpointOfOwnClient, EndpointOfOwnClientOptions};
    let canned = Canned::new(|_, _| crate::canned::response(&(204, &[], "")));
    let files = |endpoint: &str| {
        let mut options = EndpointOfOwnClientOptions::default();
        options.client_options = canned.options();
        EndpointOfOwnClient::new(endpoint, "KEY", Some(options)).unwrap().files_client()
    };
    let url = || canned.asked().pop().unwrap().url().to_string();
    let described = files(EndpointOfOwnClient::DEFAULT_ENDPOINT);
    block_on(described.upload("a").server2("s").into_future()).unwrap();
    assert_eq!(url(), "https://upload.files.example/v2/files?server=s");
    assert_eq!(canned.header("x-key"), "KEY");
    block_on(described.count().into_future()).unwrap();
    assert_eq!(url(), "https://api.files.example/v1/files");
    block_on(described.remove("f").into_future()).unwrap();
    assert_eq!(url(), "https://api.files.example/v1/files/f");
    block_on(described.download("f").server("https://s1.files.example").into_future()).unwrap();
    assert_eq!(url(), "https://s1.files.example/files/f");
    let other = files("https://gateway.example/files/v1");
    block_on(other.try_().into_future()).unwrap();
    assert_eq!(url(), "https://gateway.example/beta/files");
    let sent = canned.asked().len();
    // The key is that of the gateway.
    block_on(other.upload("a").into_future()).unwrap_err();
    block_on(described.download("f").into_future()).unwrap_err();
    assert_eq!(canned.asked().len(), sent);
}

#[test]
fn a_map_may_be_headers_whose_names_begin_alike() {
    use headers_of_prefix::{HeadersOfPrefixClient, HeadersOfPrefixClientOptions, calls::FilesPutHeaders};
    let headers = &[("x-meta-colour", "red"), ("x-meta-size", "2"), ("x-created", "86400")];
    let canned = Canned::new(move |_, _| crate::canned::response(&(204, headers, "")));
    let mut options = HeadersOfPrefixClientOptions::default();
    options.client_options = canned.options();
    let client = HeadersOfPrefixClient::new("https://test.example.com", Some(options)).unwrap();
    let put = |tag: &'static str| client.files_client().put([(tag, "a"), ("b", "c")]).metadata([("Colour", "red")]);
    let response = block_on(put("T").metadata([("Size", "2")]).response()).unwrap();
    let sent = ["x-tag-t", "x-tag-b", "x-meta-size", "x-meta-colour"].map(|it| canned.header(it));
    assert_eq!(sent, ["a", "c", "2", ""]);
    let headers: FilesPutHeaders = response.headers().get().unwrap();
    let metadata = headers.metadata.unwrap();
    assert_eq!((metadata.len(), &*metadata["colour"], &*metadata["size"]), (2, "red", "2"));
    assert_eq!(headers.x_tag, None);
    assert_eq!(headers.x_created.unwrap().unix_timestamp(), 86400);
    let error = block_on(put("a b").into_future()).unwrap_err();
    assert!(error.to_string().ends_with("is not the name of a header"), "{error}");
}
