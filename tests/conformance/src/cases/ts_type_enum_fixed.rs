// Case ts-type_enum_fixed.
use crate::prelude::*;
use ts_type_enum_fixed as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_enum_fixed");
    let client = c::TsTypeEnumFixedClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Enum_Fixed_String_getKnownValue",
        "GET /type/enum/fixed/string/known-value",
        client.string_client().get_known_value(),
        json!("Monday")
    );
    done!(
        r,
        "Type_Enum_Fixed_String_putKnownValue",
        "PUT /type/enum/fixed/string/known-value",
        client.string_client().put_known_value(j::<c::models::DaysOfWeekEnum>(json!("Monday")))
    );
    r.inexpressible(
        "Type_Enum_Fixed_String_putUnknownValue",
        "PUT /type/enum/fixed/string/unknown-value",
        "a closed enum has no value that is not known",
    );
}
