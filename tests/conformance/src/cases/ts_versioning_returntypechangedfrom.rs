// Case ts-versioning_returnTypeChangedFrom.
use crate::prelude::*;
use ts_versioning_returntypechangedfrom as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_returnTypeChangedFrom");
    let client = c::TsVersioningReturntypechangedfromClient::new(
        &at("versioning/return-type-changed-from/api-version:v2"),
        None,
    )
    .unwrap();
    same!(
        r,
        "Versioning_ReturnTypeChangedFrom_test",
        "POST /versioning/return-type-changed-from/api-version:v2/test",
        client.test("test"),
        json!("test")
    );
}
