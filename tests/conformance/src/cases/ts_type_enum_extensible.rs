// Case ts-type_enum_extensible.
use crate::prelude::*;
use ts_type_enum_extensible as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_enum_extensible");
    let client = c::TsTypeEnumExtensibleClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Enum_Extensible_String_getKnownValue",
        "GET /type/enum/extensible/string/known-value",
        client.string_client().get_known_value(),
        json!("Monday")
    );
    done!(
        r,
        "Type_Enum_Extensible_String_putKnownValue",
        "PUT /type/enum/extensible/string/known-value",
        client
            .string_client()
            .put_known_value(j::<c::models::DaysOfWeekExtensibleEnum2>(json!("Monday")))
    );
    same!(
        r,
        "Type_Enum_Extensible_String_getUnknownValue",
        "GET /type/enum/extensible/string/unknown-value",
        client.string_client().get_unknown_value(),
        json!("Weekend")
    );
    done!(
        r,
        "Type_Enum_Extensible_String_putUnknownValue",
        "PUT /type/enum/extensible/string/unknown-value",
        client
            .string_client()
            .put_unknown_value(j::<c::models::DaysOfWeekExtensibleEnum2>(json!("Weekend")))
    );
}
