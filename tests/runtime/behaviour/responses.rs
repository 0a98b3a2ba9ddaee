//! Responses: statuses, headers, media types, lists, and long-running operations.

use crate::canned::{Answer, Canned};
use azure_core::{error::ErrorKind, http::poller::PollerStatus, time::OffsetDateTime};
use futures::{TryStreamExt, executor::block_on};
use std::sync::Arc;

/// A client of a generated crate with canned responses.
macro_rules! client {
    ($client:ty, $options:ty, $canned:expr) => {{
        let mut options = <$options>::default();
        options.client_options = $canned.options();
        <$client>::new("https://test.example.com/v1", Some(options)).unwrap()
    }};
}

mod by_status {
    use super::*;
    use responses_by_status::{CarsClient, ResponsesByStatusClient, ResponsesByStatusClientOptions, calls::*, models::Car};

    fn cars(answers: &[Answer<'static>]) -> (CarsClient, Arc<Canned>) {
        let canned = Canned::script(answers);
        (client!(ResponsesByStatusClient, ResponsesByStatusClientOptions, canned).cars_client(), canned)
    }

    const CAR: &str = r#"{"plate":"X"}"#;

    fn car() -> Car {
        serde_json::from_str(CAR).unwrap()
    }

    #[test]
    fn each_status_has_its_variant() {
        let (cars, canned) = cars(&[
            (200, &[], CAR),
            (202, &[], r#"{"place":3}"#),
            (203, &[], "ask"),
            (204, &[], ""),
            (208, &[], r#"["1970-01-01T00:00:00Z"]"#),
            (201, &[], CAR),
        ]);
        let wash = || block_on(cars.wash("c").into_future());
        assert_eq!(wash().unwrap(), CarsWashResult::Ok(car().into()));
        let CarsWashResult::Accepted(queue) = wash().unwrap() else { panic!("another variant") };
        assert_eq!(queue.place, 3);
        let text = CarsWashResult::NonAuthoritativeInformation("ask".to_owned());
        assert_eq!(wash().unwrap(), text);
        assert_eq!(wash().unwrap(), CarsWashResult::NoContent);
        assert_eq!(wash().unwrap(), CarsWashResult::Status208(vec![OffsetDateTime::UNIX_EPOCH]));
        wash().unwrap_err();
        assert_eq!(canned.header("accept"), "application/json, text/plain");
    }

    #[test]
    fn a_class_and_the_rest_are_statuses_too() {
        let (cars, _) = cars(&[(226, &[], CAR), (226, &[], CAR), (404, &[], ""), (500, &[], "")]);
        block_on(async {
            assert_eq!(cars.paint("c").await.unwrap(), car());
            assert_eq!(cars.tune("c").await.unwrap(), CarsTuneResult::Status2xx(car().into()));
            assert!(!cars.sell("c").await.unwrap());
        });
    }

    #[test]
    fn there_may_be_nothing() {
        let (cars, _) = cars(&[
            (200, &[], CAR),
            (204, &[], ""),
            (200, &[], ""),
            (404, &[], ""),
            (200, &[], "null"),
        ]);
        block_on(async {
            assert_eq!(cars.find("c").await.unwrap(), Some(car()));
            assert_eq!(cars.find("c").await.unwrap(), None);
            assert!(cars.exists("c").await.unwrap());
            assert!(!cars.exists("c").await.unwrap());
            assert_eq!(cars.lend().await.unwrap(), None);
        });
    }

    #[test]
    fn a_redirection_may_be_success() {
        let (cars, _) = cars(&[(302, &[("location", "/there")], "")]);
        let response = block_on(cars.move_().response()).unwrap();
        let headers: CarsMoveHeaders = response.headers().get().unwrap();
        assert_eq!(headers.location.as_deref(), Some("/there"));
    }

    #[test]
    fn every_form_of_error_keeps_what_it_says() {
        let problem = r#"{"title":"Taken","detail":"By Bo."}"#;
        let (cars, _) = cars(&[
            (400, &[], problem),
            (410, &[("x-ms-error-code", "Gone")], "SECRET"),
            (418, &[], ""),
        ]);
        let texts = ["400 Bad Request: By Bo.", "410 Gone", "418 "];
        for text in texts {
            let error = block_on(cars.lend().into_future()).unwrap_err();
            assert!(error.to_string().starts_with(text), "{error}");
            assert!(!format!("{error} {error:?}").contains("SECRET"));
            let ErrorKind::HttpResponse { raw_response: Some(response), .. } = error.kind() else {
                panic!("{error:?}");
            };
            assert_eq!(response.body().is_empty(), text == "418 ");
        }
    }
}

#[test]
fn headers_are_a_struct() {
    use response_headers::{ResponseHeadersClient, ResponseHeadersClientOptions, calls::*, models::Stage};
    let canned = Canned::script(&[(
        200,
        &[("etag", "\"1\""), ("x-attempts", "2"), ("x-stage", "lost"), ("x-hops", "a,b")],
        "{}",
    )]);
    let parcels = client!(ResponseHeadersClient, ResponseHeadersClientOptions, canned).parcels_client();
    let response = block_on(parcels.get("p").response()).unwrap();
    let headers: ParcelsGetHeaders = response.headers().get().unwrap();
    assert_eq!(headers.etag.as_deref(), Some("\"1\""));
    assert_eq!(headers.x_attempts, Some(2));
    assert_eq!(headers.x_stage, Some(Stage::UnknownValue("lost".to_owned())));
    assert_eq!(headers.x_hops.as_deref(), Some("a,b"));
    assert_eq!(headers.last_modified, None);
}

#[test]
fn bodies_are_read_as_their_media_types_say() {
    use response_media_types::{ResponseMediaTypesClient, ResponseMediaTypesClientOptions};
    let canned = Canned::script(&[
        (200, &[], "plain"),
        (200, &[], r#"{"name":"n"}"#),
        (200, &[], "\u{1}\u{2}"),
        (200, &[], r#""1970-01-01T00:00:00Z""#),
        (200, &[], r#"{"a":"AQI="}"#),
    ]);
    let files = client!(ResponseMediaTypesClient, ResponseMediaTypesClientOptions, canned).files_client();
    block_on(async {
        assert_eq!(files.text().await.unwrap(), "plain");
        assert_eq!(canned.header("accept"), "text/plain");
        assert_eq!(files.hal().await.unwrap().name.as_deref(), Some("n"));
        assert_eq!(canned.header("accept"), "application/hal+json");
        assert_eq!(files.picture().await.unwrap().collect().await.unwrap().as_ref(), [1, 2]);
        assert_eq!(files.time().await.unwrap(), OffsetDateTime::UNIX_EPOCH);
        assert_eq!(canned.header("accept"), "application/json");
        assert_eq!(files.hashes().await.unwrap()["a"], [1, 2]);
    });
}

#[test]
fn lists_have_items_of_any_type_and_pages_say_more() {
    use pageable_forms::{calls::*, models, *};
    let canned = Canned::script(&[
        (200, &[("x-took", "5")], r#"{"value":[{"text":"a"}],"nextLink":"?p=2","total":9}"#),
        (204, &[], ""),
        (200, &[], r#"{"days":["1970-01-01T00:00:00Z"]}"#),
        (200, &[], r#"{"stamps":["AQI="]}"#),
    ]);
    let letters =
        client!(PageableFormsClient, PageableFormsClientOptions, canned).letters_client();
    block_on(async {
        let pages = letters.search("hi").limit(3).pages();
        let pages: Vec<Page<models::Letter>> = pages.try_collect().await.unwrap();
        assert_eq!(pages.len(), 2);
        let whole: models::Letters = pages[0].response().body().json().unwrap();
        assert_eq!(whole.total, Some(9));
        let headers: LettersSearchHeaders = pages[0].response().headers().get().unwrap();
        assert_eq!(headers.x_took, Some(5));
        let first = r#"POST /v1/letters {"words":"hi","limit":3}"#;
        assert_eq!(canned.lines(), [first, "GET /v1/letters?p=2"]);
        let days: Vec<_> = letters.days().items().try_collect().await.unwrap();
        assert_eq!(days, [OffsetDateTime::UNIX_EPOCH]);
        let stamps: Vec<_> = letters.stamps().items().try_collect().await.unwrap();
        assert_eq!(stamps, [[1, 2]]);
    });
}

#[test]
fn long_running_operations_are_awaited_or_watched() {
    use long_running::{calls::*, *};
    const BEGUN: Answer<'static> =
        (202, &[("retry-after", "0"), ("operation-location", "/o"), ("location", "/f")], "");
    const DONE: Answer<'static> = (200, &[], r#"{"status":"succeeded","result":{"kind":"rye"}}"#);
    const RYE: Answer<'static> = (200, &[], r#"{"kind":"rye"}"#);
    let search = [BEGUN, DONE, RYE];
    let script = [&search[..], &[BEGUN, DONE], &search, &[DONE, RYE], &[BEGUN, DONE]].concat();
    let canned = Canned::script(&script);
    let mill = client!(LongRunningClient, LongRunningClientOptions, canned);
    let (grain, flour) = (mill.grain_client(), mill.flour_client());
    block_on(async {
        let found = grain.begin_search("rye").kilograms(2).await.unwrap();
        assert_eq!(found.kind.as_deref(), Some("rye"));
        let first = r#"POST /v1/grain {"kind":"rye","kilograms":2}"#;
        assert_eq!(canned.lines(), [first, "GET /o", "GET /f"]);
        grain.begin_burn().await.unwrap();

        let mut poller: Poller<models::Grain> = grain.begin_search("rye").poller();
        let begun = poller.try_next().await.unwrap().unwrap();
        let headers: GrainSearchHeaders = begun.headers().get().unwrap();
        assert_eq!(headers.operation_location.as_deref(), Some("/o"));
        let begun: Progress<models::Grain> = begun.into_model().unwrap();
        let done = poller.try_next().await.unwrap().unwrap().into_model().unwrap();
        assert_eq!(done.status, PollerStatus::Succeeded);
        assert_eq!(poller.await.unwrap().into_model().unwrap().kind.as_deref(), Some("rye"));

        let stored: PollContinuation = begun.continuation.unwrap().to_string().parse().unwrap();
        let found = grain.begin_search("").resume(stored).await.unwrap();
        assert_eq!(found.kind.as_deref(), Some("rye"));
        let ground = flour.begin_grind().await.unwrap();
        assert_eq!(ground.kind.as_deref(), Some("rye"));
        assert_eq!(canned.lines().len(), script.len());
    });
}

mod typed_errors {
    use super::*;
    use azure_core::error::{Error, ErrorKind};
    use responses_of_typed_errors::{
        BooksClient, ResponsesOfTypedErrorsClient, ResponsesOfTypedErrorsClientOptions,
        models::{Missing, Problem, Reason},
    };

    fn books(answers: &[Answer<'static>]) -> BooksClient {
        let canned = Canned::script(answers);
        client!(ResponsesOfTypedErrorsClient, ResponsesOfTypedErrorsClientOptions, canned).books_client()
    }

    #[test]
    fn each_model_reads_its_body() {
        let books = books(&[
            (404, &[], r#"{"shelf":"3","of":"7"}"#),
            (400, &[], r#"{"title":"Taken","status":400,"more":true}"#),
            (410, &[], "<html>"),
        ]);
        let get = || block_on(books.get("b").into_future()).unwrap_err();
        let error = get();
        assert_eq!(Missing::of(&error), serde_json::from_str(r#"{"shelf":"3","of":"7"}"#).unwrap());
        assert_eq!(Problem::of(&error), None);
        let error = get();
        assert_eq!(Missing::of(&error), None);
        let problem: Option<Problem> =
            serde_json::from_str(r#"{"title":"Taken","status":400}"#).unwrap();
        assert!(problem.is_some());
        assert_eq!(Problem::of(&error), problem);
        // The error of a caller, whose source it is.
        let wrapped = Error::with_error(ErrorKind::Other, error, "no book today");
        assert_eq!(Problem::of(&wrapped), problem);
        assert_eq!(Missing::of(&get()), None);
        assert_eq!(Problem::of(&Error::with_message(ErrorKind::Other, "no response")), None);
    }

    #[test]
    fn an_enum_is_a_model_too() {
        let books = books(&[(409, &[], r#""flood""#)]);
        let error = block_on(books.put("b").into_future()).unwrap_err();
        assert_eq!(Reason::of(&error), Some(Reason::Flood));
    }
}
