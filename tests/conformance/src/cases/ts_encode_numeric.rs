// Case ts-encode_numeric.
use crate::prelude::*;
use ts_encode_numeric as c;

pub async fn run(r: &mut Report) {
    r.case("ts-encode_numeric");
    let client = c::TsEncodeNumericClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Encode_Numeric_Property_safeintAsString",
        "POST /encode/numeric/property/safeint",
        client.property_client().safeint_as_string("10000000000"),
        json!({"value": "10000000000"})
    );
    same!(
        r,
        "Encode_Numeric_Property_uint32AsStringOptional",
        "POST /encode/numeric/property/uint32",
        client.property_client().uint32_as_string_optional().value("1"),
        json!({"value": "1"})
    );
    same!(
        r,
        "Encode_Numeric_Property_uint8AsString",
        "POST /encode/numeric/property/uint8",
        client.property_client().uint8_as_string("255"),
        json!({"value": "255"})
    );
}
