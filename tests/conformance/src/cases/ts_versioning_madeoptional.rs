// Case ts-versioning_madeOptional.
use crate::prelude::*;
use ts_versioning_madeoptional as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_madeOptional");
    let client = c::TsVersioningMadeoptionalClient::new(
        &at("versioning/made-optional/api-version:v2"),
        None,
    )
    .unwrap();
    same!(
        r,
        "Versioning_MadeOptional_test",
        "POST /versioning/made-optional/api-version:v2/test",
        client.test("foo"),
        json!({"prop": "foo"})
    );
}
