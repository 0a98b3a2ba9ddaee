//! Lists: where pages have their items, what they do not declare, and those that begin with a
//! long-running operation.

use crate::canned::{Answer, Canned};
use azure_core::{http::poller::PollerStatus, time::OffsetDateTime};
use futures::{StreamExt, TryStreamExt, executor::block_on};

/// A client of a generated crate with canned responses.
macro_rules! client {
    ($client:ty, $options:ty, $canned:expr) => {{
        let mut options = <$options>::default();
        options.client_options = $canned.options();
        <$client>::new("https://test.example.com/v1", Some(options)).unwrap()
    }};
}

#[test]
fn items_and_links_are_found_in_other_objects() {
    use pageable_nested::{PageableNestedClient, PageableNestedClientOptions};
    let canned = Canned::script(&[
        (200, &[], r#"{"found":{"pets":[{"name":"Rex"},{}]},"more":{"next":"?p=2"}}"#),
        (200, &[], r#"{"found":{"pets":[{"name":"Tom"}]},"more":null}"#),
        (200, &[], r#"{"found":{"pets":[]},"more":{"next":null}}"#),
        (200, &[], r#"{"value":["Ann"],"odata.nextLink":"?p=2","odata":{"nextLink":"/no"}}"#),
        (200, &[], r#"{}"#),
        (200, &[], r#"{"found":{}}"#),
    ]);
    let zoo = client!(PageableNestedClient, PageableNestedClientOptions, canned);
    let (pets, keepers) = (zoo.pets_client(), zoo.keepers_client());
    block_on(async {
        let names: Vec<_> = pets
            .list()
            .items()
            .map(|pet| pet.map_or_else(|error| error.to_string(), |pet| pet.name))
            .collect()
            .await;
        let bad = "PetsClient.list (200): `found.pets[1]` is not a `Pet`: missing field `name`";
        assert_eq!(names, ["Rex", bad, "Tom"]);
        assert!(pets.list_by_last_name().items().try_next().await.unwrap().is_none());
        let keepers: Vec<String> = keepers.list().items().try_collect().await.unwrap();
        assert_eq!(keepers, ["Ann"]);
        let text = "PetsClient.list (200): the response is not a `Page<Pet>`: missing field `pets`";
        assert_eq!(pets.list().items().try_next().await.unwrap_err().to_string(), text);
        let lines = canned.lines();
        assert_eq!(lines[..2], ["GET /v1/pets", "GET /v1/pets?p=2"]);
        assert_eq!(lines[3..5], ["GET /v1/keepers", "GET /v1/keepers?p=2"]);
    });
}

#[test]
fn pages_that_do_not_declare_their_contents_are_followed() {
    use pageable_undeclared::{PageableUndeclaredClient, PageableUndeclaredClientOptions};
    let canned = Canned::script(&[
        (200, &[], r#"{"value":[{"label":"a"}],"@odata.nextLink":"?p=2"}"#),
        (200, &[], r#"{"value":[{"label":"b"}]}"#),
        (200, &[], r#"{"tags":["x",7],"more":"?p=2"}"#),
        (200, &[], r#"{"tags":[null]}"#),
        (200, &[], r#"[{"label":"c"}]"#),
        (200, &[], r#"{"value":[{"d":1}],"more":"?p=2"}"#),
        (200, &[], "{}"),
    ]);
    let boxes =
        client!(PageableUndeclaredClient, PageableUndeclaredClientOptions, canned).boxes_client();
    block_on(async {
        let labels = |list: Vec<pageable_undeclared::models::BoxModel>| {
            list.into_iter().map(|it| it.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(boxes.list().items().try_collect().await.unwrap()), ["a", "b"]);
        let tags: Vec<azure_core::Value> = boxes.tags().items().try_collect().await.unwrap();
        assert_eq!(azure_core::Value::from(tags).to_string(), r#"["x",7,null]"#);
        assert_eq!(labels(boxes.labels().items().try_collect().await.unwrap()), ["c"]);
        let lost: Vec<azure_core::Value> = boxes.lost().items().try_collect().await.unwrap();
        assert_eq!(lost[0]["d"], 1);
        assert_eq!(canned.lines().len(), 7);
    });
}

#[test]
fn a_long_running_operation_gives_a_list() {
    use pageable_long_running::{models, *};
    const BEGUN: Answer<'static> =
        (202, &[("retry-after", "0"), ("operation-location", "/o"), ("location", "/f")], "");
    const RUNNING: Answer<'static> = (200, &[("retry-after", "0")], r#"{"status":"running"}"#);
    const DONE: Answer<'static> = (200, &[], r#"{"status":"succeeded"}"#);
    const PAGE: Answer<'static> = (200, &[], r#"{"value":[{"id":"a"}],"nextLink":"/f?p=2"}"#);
    const LAST: Answer<'static> = (200, &[], r#"{"value":[{"id":"b"}]}"#);
    const DAYS: Answer<'static> =
        (200, &[], r#"{"status":"succeeded","result":{"days":["1970-01-01T00:00:00Z"]}}"#);
    let script = [BEGUN, RUNNING, DONE, PAGE, LAST, BEGUN, DONE, PAGE, DONE, PAGE, LAST, BEGUN, DAYS];
    let canned = Canned::script(&script);
    let scans =
        client!(PageableLongRunningClient, PageableLongRunningClientOptions, canned).scans_client();
    block_on(async {
        let found = scans.begin_search("cat").limit(3).items();
        let ids: Vec<String> = found.map_ok(|scan| scan.id).try_collect().await.unwrap();
        assert_eq!(ids, ["a", "b"]);
        let first = r#"POST /v1/scans {"word":"cat","limit":3}"#;
        assert_eq!(canned.lines(), [first, "GET /o", "GET /o", "GET /f", "GET /f?p=2"]);

        let mut poller: Poller<models::Scans> = scans.begin_search("cat").poller();
        let begun = poller.try_next().await.unwrap().unwrap().into_model().unwrap();
        assert_eq!(begun.status, PollerStatus::InProgress);
        let first_page = poller.await.unwrap().into_model().unwrap();
        assert_eq!(first_page.value[0].id, "a");
        let resumed = scans.begin_search("").resume_poller(begun.continuation.unwrap());
        assert_eq!(resumed.pages().try_collect::<Vec<_>>().await.unwrap().len(), 2);

        let days: Vec<_> = scans.begin_days().items().try_collect().await.unwrap();
        assert_eq!(days, [OffsetDateTime::UNIX_EPOCH]);
        assert_eq!(canned.lines().len(), script.len());
    });
}
