// Case ts-type_model_empty.
use crate::prelude::*;
use ts_type_model_empty as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_empty");
    let client = c::TsTypeModelEmptyClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Type_Model_Empty_putEmpty",
        "PUT /type/model/empty/alone",
        client.put_empty(j::<c::models::EmptyInput>(json!({})))
    );
    same!(
        r,
        "Type_Model_Empty_getEmpty",
        "GET /type/model/empty/alone",
        client.get_empty(),
        json!({})
    );
    same!(
        r,
        "Type_Model_Empty_postRoundTripEmpty",
        "POST /type/model/empty/round-trip",
        client.post_round_trip_empty(j::<c::models::EmptyInputOutput>(json!({}))),
        json!({})
    );
}
