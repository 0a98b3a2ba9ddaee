use super::{sample::UpdateProperties, server::Server};
use crate::runtime::patch::Patch;
use serde_json::{from_str, json, to_value};
use std::collections::{BTreeMap, HashMap};

#[tokio::test]
async fn a_merge_patch_distinguishes_absent_from_null() {
    let server = Server::fixed(204, "").await;
    let update = || server.thread().update_properties();
    update().await.unwrap();
    update().topic("new").topic("newer").await.unwrap();
    update().topic(Patch::Null).metadata(Patch::Null).deleted_on(Patch::Null).await.unwrap();
    update().topic(Patch::Null).topic(Patch::Absent).await.unwrap();
    let bodies: Vec<_> = server.seen().iter().map(|seen| seen.json()).collect();
    assert_eq!(
        bodies,
        [
            json!({}),
            json!({"topic": "newer"}),
            json!({"topic": null, "metadata": null, "deleted_on": null}),
            json!({}),
        ]
    );
    let seen = &server.seen()[0];
    assert_eq!(seen.method, "PATCH");
    assert_eq!(seen.header("content-type"), "application/merge-patch+json");
}

#[tokio::test]
async fn a_map_is_patched_by_key() {
    let server = Server::fixed(204, "").await;
    let update = || server.thread().update_properties();
    async fn sent(server: &Server, update: UpdateProperties) -> serde_json::Value {
        update.await.unwrap();
        server.seen().last().unwrap().json()["metadata"].clone()
    }
    let metadata = [("k", "v")];
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v"}));
    let metadata = [("a", Patch::from("x")), ("b", Patch::Null), ("c", Patch::Absent)];
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"a": "x", "b": null}));
    let metadata = [("b".to_owned(), Patch::Null)];
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"b": null}));
    let metadata = HashMap::from([("k".to_owned(), "v".to_owned())]);
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v"}));
    let metadata = HashMap::from([("k", "v")]);
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v"}));
    let metadata = HashMap::from([("k".to_owned(), Some("v".to_owned())), ("l".to_owned(), None)]);
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v", "l": null}));
    let metadata = BTreeMap::from([("k", Patch::from("v"))]);
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v"}));
    let metadata = vec![("k", "v".to_owned())];
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v"}));
    let metadata: Patch<_> = ["k", "l"].into_iter().map(|key| (key, "v")).collect();
    assert_eq!(sent(&server, update().metadata(metadata)).await, json!({"k": "v", "l": "v"}));
}

#[test]
fn values_of_a_map_may_be_other_than_text() {
    let patch: Patch<HashMap<String, Option<i32>>> =
        [("a", Patch::from(1)), ("b", Patch::Null)].into();
    assert_eq!(to_value(patch).unwrap(), json!({"a": 1, "b": null}));
    let patch: Patch<HashMap<String, Option<i32>>> = [("a", 1)].into();
    assert_eq!(to_value(patch).unwrap(), json!({"a": 1}));
}

#[test]
fn a_patch_is_read_too() {
    assert_eq!(from_str::<Patch<i32>>("null").unwrap(), Patch::Null);
    assert_eq!(from_str::<Patch<i32>>("1").unwrap(), Patch::Value(1));
    assert!(Patch::<i32>::default().is_absent() && !Patch::from(1).is_absent());
}

#[test]
fn debug_does_not_show_the_value() {
    let shown = format!(
        "{:?} {:?} {:?}",
        Patch::<&str>::Value("SECRET"),
        Patch::<i32>::Null,
        Patch::<i32>::Absent
    );
    assert_eq!(shown, "Value(..) Null Absent");
}

#[test]
fn map_converts_the_value_alone() {
    assert_eq!(Patch::from(1).map(Box::new), Patch::Value(Box::new(1)));
    assert_eq!(Patch::<i32>::Null.map(Box::new), Patch::Null);
    assert_eq!(Patch::<i32>::Absent.map(Box::new), Patch::Absent);
}
