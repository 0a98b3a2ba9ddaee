//! Bodies that are streams of items, and responses with bodies of several formats.

use crate::canned::{Answer, Canned};
use azure_core::error::ErrorKind;
use futures::{StreamExt, TryStreamExt, executor::block_on};
use std::sync::Arc;

/// A client of a generated crate with canned responses.
macro_rules! client {
    ($client:ty, $options:ty, $answers:expr) => {{
        let canned = Canned::script($answers);
        let mut options = <$options>::default();
        options.client_options = canned.options();
        (<$client>::new("https://test.example.com/v1", Some(options)).unwrap(), canned)
    }};
}

mod items {
    use super::*;
    use streams::{Event, Events, JsonLines, StreamsClient, StreamsClientOptions, calls::*, models::*};

    fn weather(answers: &[Answer<'static>]) -> (StreamsClient, Arc<Canned>) {
        client!(StreamsClient, StreamsClientOptions, answers)
    }

    #[test]
    fn a_list_may_be_lines_of_json() {
        let (weather, canned) = weather(&[(200, &[], "{\"celsius\":1.5}\noops\n\n{\"celsius\":2}"), (204, &[], "")]);
        block_on(async {
            let lines: JsonLines<Reading> = weather.readings_client().list().await.unwrap();
            assert_eq!(canned.header("accept"), "application/jsonl");
            let lines: Vec<_> = lines.map(|it| it.map(|it| it.celsius)).collect().await;
            let [Ok(1.5), Err(error), Ok(2.0)] = &lines[..] else { panic!("{lines:?}") };
            assert_eq!(*error.kind(), ErrorKind::DataConversion);
            assert!(weather.readings_client().list().await.unwrap().next().await.is_none());
        });
    }

    #[test]
    fn a_body_may_be_lines_of_json() {
        let (weather, canned) = weather(&[(204, &[], ""), (200, &[], "a"), (200, &[], "b")]);
        let readings = weather.readings_client();
        block_on(async {
            readings.add([Reading::new(1.5), Reading::new(2.0)]).await.unwrap();
            assert_eq!(canned.header("content-type"), "application/x-ndjson");
            assert_eq!(canned.lines()[0], "PUT /v1/readings {\"celsius\":1.5}\n{\"celsius\":2.0}");
            readings.raw().body(["2026-01-31T12:00:00Z"]).await.unwrap();
            assert_eq!(canned.lines()[1], "POST /v1/readings \"2026-01-31T12:00:00Z\"");
            assert_eq!(readings.raw().await.unwrap().collect().await.unwrap().as_ref(), b"b");
            assert_eq!(canned.lines()[2], "POST /v1/readings");
        });
    }

    #[test]
    fn events_have_data_of_their_type() {
        let sent = "id: 7\nevent: reading\ndata: {\"celsius\":\ndata: 1.5}\n\nretry: 100\n\n";
        let answers = [(200, &[("x-station", "north")][..], sent); 2];
        let (weather, canned) = weather(&answers);
        block_on(async {
            let mut events: Events<Reading> = weather.events_client().watch().await.unwrap();
            assert_eq!(canned.header("accept"), "text/event-stream");
            let Event { event, id, data, .. } = events.try_next().await.unwrap().unwrap();
            assert_eq!((&*event, &*id, data), ("reading", "7", Reading::new(1.5)));
            assert_eq!(events.try_next().await.unwrap(), None);
            assert_eq!(events.last_event_id(), "7");
            let response = weather.events_client().watch().response().await.unwrap();
            let headers: EventsWatchHeaders = response.headers().get().unwrap();
            assert_eq!(headers.x_station.as_deref(), Some("north"));
            let mut events = Events::<Reading>::of_json(response.into_body());
            assert_eq!(events.try_next().await.unwrap().unwrap().id, "7");
        });
    }

    #[test]
    fn events_may_be_text_or_of_several_types() {
        let (weather, _) = weather(&[
            (200, &[], "data: {\n\n"),
            (200, &[], "event: sun\ndata: 3\n\nevent: rain\ndata: {\"mm\":1}\n\n"),
            (200, &[], "data: {\"mm\":1}\n\n"),
        ]);
        let events = weather.events_client();
        block_on(async {
            let text: Vec<_> = events.text().await.unwrap().try_collect().await.unwrap();
            assert_eq!(text[0].data, "{");
            let mixed: Vec<_> = events.mixed().await.unwrap().try_collect().await.unwrap();
            assert_eq!(mixed[0].data, 3);
            assert_eq!((&*mixed[1].event, &mixed[1].data["mm"]), ("rain", &1.into()));
            let listed: Vec<_> = events.listed().await.unwrap().try_collect().await.unwrap();
            assert_eq!(listed[0].data.mm, Some(1.0));
        });
    }
}

#[test]
fn callers_choose_between_bodies_of_several_formats() {
    use response_other_bodies::{*, calls::*, models::*};
    let cover = r#"{"title":"T"}"#;
    let (library, canned) = client!(ResponseOtherBodiesClient, ResponseOtherBodiesClientOptions, &[
        (200, &[], cover),
        (200, &[], "PNG"),
        (200, &[], "GIF"),
        (200, &[], cover),
        (201, &[], "PDF"),
        (200, &[], "data: {\"part\":\"p\"}\n\n"),
        (200, &[], "\"p\"\n"),
        (404, &[], ""),
    ]);
    let (covers, answers) = (library.covers_client(), library.answers_client());
    block_on(async {
        assert_eq!(covers.get().await.unwrap().title.as_deref(), Some("T"));
        assert_eq!(canned.header("accept"), "application/json");
        let bytes = covers.get().bytes2(1).bytes().await.unwrap();
        assert_eq!(bytes.collect().await.unwrap().as_ref(), b"PNG");
        assert_eq!(canned.header("accept"), "image/png");
        assert_eq!(covers.draw().bytes().await.unwrap().collect().await.unwrap().as_ref(), b"GIF");
        assert_eq!(canned.header("accept"), "image/png, image/gif");
        let CoversBindResult::Ok(bound) = covers.bind().await.unwrap() else { panic!("another variant") };
        assert_eq!(bound.title.as_deref(), Some("T"));
        assert_eq!(covers.bind().await.unwrap(), CoversBindResult::Created("PDF".into()));
        assert_eq!(canned.header("accept"), "application/json, application/pdf");
        let mut events = answers.ask("why").events().await.unwrap();
        assert_eq!(events.try_next().await.unwrap().unwrap().data.part, "p");
        assert_eq!(canned.header("accept"), "text/event-stream");
        let lines: Vec<String> = answers.ask("why").lines().await.unwrap().try_collect().await.unwrap();
        assert_eq!(lines, ["p"]);
        let error = answers.ask("why").events().await.unwrap_err();
        assert!(error.http_status().is_some(), "{error}");
    });
    assert_eq!(canned.lines()[5], r#"POST /v1/answers {"question":"why"}"#);
}
