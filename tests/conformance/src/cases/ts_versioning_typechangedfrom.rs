// Case ts-versioning_typeChangedFrom.
use crate::prelude::*;
use ts_versioning_typechangedfrom as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_typeChangedFrom");
    let client = c::TsVersioningTypechangedfromClient::new(
        &at("versioning/type-changed-from/api-version:v2"),
        None,
    )
    .unwrap();
    same!(
        r,
        "Versioning_TypeChangedFrom_test",
        "POST /versioning/type-changed-from/api-version:v2/test",
        client.test("baz", "foo", "bar"),
        json!({"prop": "foo", "changedProp": "bar"})
    );
}
