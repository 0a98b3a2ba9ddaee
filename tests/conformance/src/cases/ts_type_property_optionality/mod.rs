// Case ts-type_property_optionality.
mod literals;

use crate::prelude::*;
use ts_type_property_optionality as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_property_optionality");
    let client = c::TsTypePropertyOptionalityClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Property_Optional_String_getDefault",
        "GET /type/property/optional/string/default",
        client.string_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_String_putDefault",
        "PUT /type/property/optional/string/default",
        client.string_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_String_getAll",
        "GET /type/property/optional/string/all",
        client.string_client().get_all(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_Optional_String_putAll",
        "PUT /type/property/optional/string/all",
        client.string_client().put_all().property("hello")
    );
    same!(
        r,
        "Type_Property_Optional_Bytes_getDefault",
        "GET /type/property/optional/bytes/default",
        client.bytes_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_Bytes_putDefault",
        "PUT /type/property/optional/bytes/default",
        client.bytes_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_Bytes_getAll",
        "GET /type/property/optional/bytes/all",
        client.bytes_client().get_all(),
        json!({"property": "aGVsbG8sIHdvcmxkIQ=="})
    );
    done!(
        r,
        "Type_Property_Optional_Bytes_putAll",
        "PUT /type/property/optional/bytes/all",
        client.bytes_client().put_all().property(b64("aGVsbG8sIHdvcmxkIQ=="))
    );
    same!(
        r,
        "Type_Property_Optional_Datetime_getDefault",
        "GET /type/property/optional/datetime/default",
        client.datetime_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_Datetime_putDefault",
        "PUT /type/property/optional/datetime/default",
        client.datetime_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_Datetime_getAll",
        "GET /type/property/optional/datetime/all",
        client.datetime_client().get_all(),
        json!({"property": "2022-08-26T18:38:00Z"})
    );
    done!(
        r,
        "Type_Property_Optional_Datetime_putAll",
        "PUT /type/property/optional/datetime/all",
        client.datetime_client().put_all().property(dt(json!("2022-08-26T18:38:00Z")))
    );
    same!(
        r,
        "Type_Property_Optional_Duration_getDefault",
        "GET /type/property/optional/duration/default",
        client.duration_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_Duration_putDefault",
        "PUT /type/property/optional/duration/default",
        client.duration_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_Duration_getAll",
        "GET /type/property/optional/duration/all",
        client.duration_client().get_all(),
        json!({"property": "P123DT22H14M12.011S"})
    );
    done!(
        r,
        "Type_Property_Optional_Duration_putAll",
        "PUT /type/property/optional/duration/all",
        client.duration_client().put_all().property("P123DT22H14M12.011S")
    );
    same!(
        r,
        "Type_Property_Optional_PlainDate_getDefault",
        "GET /type/property/optional/plainDate/default",
        client.plain_date_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_PlainDate_putDefault",
        "PUT /type/property/optional/plainDate/default",
        client.plain_date_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_PlainDate_getAll",
        "GET /type/property/optional/plainDate/all",
        client.plain_date_client().get_all(),
        json!({"property": "2022-12-12"})
    );
    done!(
        r,
        "Type_Property_Optional_PlainDate_putAll",
        "PUT /type/property/optional/plainDate/all",
        client.plain_date_client().put_all().property("2022-12-12")
    );
    same!(
        r,
        "Type_Property_Optional_PlainTime_getDefault",
        "GET /type/property/optional/plainTime/default",
        client.plain_time_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_PlainTime_putDefault",
        "PUT /type/property/optional/plainTime/default",
        client.plain_time_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_PlainTime_getAll",
        "GET /type/property/optional/plainTime/all",
        client.plain_time_client().get_all(),
        json!({"property": "13:06:12"})
    );
    done!(
        r,
        "Type_Property_Optional_PlainTime_putAll",
        "PUT /type/property/optional/plainTime/all",
        client.plain_time_client().put_all().property("13:06:12")
    );
    same!(
        r,
        "Type_Property_Optional_CollectionsByte_getDefault",
        "GET /type/property/optional/collections/bytes/default",
        client.collections_byte_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_CollectionsByte_putDefault",
        "PUT /type/property/optional/collections/bytes/default",
        client.collections_byte_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_CollectionsByte_getAll",
        "GET /type/property/optional/collections/bytes/all",
        client.collections_byte_client().get_all(),
        json!({"property": ["aGVsbG8sIHdvcmxkIQ==", "aGVsbG8sIHdvcmxkIQ=="]})
    );
    done!(
        r,
        "Type_Property_Optional_CollectionsByte_putAll",
        "PUT /type/property/optional/collections/bytes/all",
        client
            .collections_byte_client()
            .put_all()
            .property(b64s(json!(["aGVsbG8sIHdvcmxkIQ==", "aGVsbG8sIHdvcmxkIQ=="])))
    );
    same!(
        r,
        "Type_Property_Optional_CollectionsModel_getDefault",
        "GET /type/property/optional/collections/model/default",
        client.collections_model_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_CollectionsModel_putDefault",
        "PUT /type/property/optional/collections/model/default",
        client.collections_model_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_CollectionsModel_getAll",
        "GET /type/property/optional/collections/model/all",
        client.collections_model_client().get_all(),
        json!({"property": [{"property": "hello"}, {"property": "world"}]})
    );
    done!(
        r,
        "Type_Property_Optional_CollectionsModel_putAll",
        "PUT /type/property/optional/collections/model/all",
        client.collections_model_client().put_all().property(j::<Vec<c::models::StringProperty>>(
            json!([{"property": "hello"}, {"property": "world"}])
        ))
    );
    same!(
        r,
        "Type_Property_Optional_RequiredAndOptional_getRequiredOnly",
        "GET /type/property/optional/requiredAndOptional/requiredOnly",
        client.required_and_optional_client().get_required_only(),
        json!({"requiredProperty": 42})
    );
    done!(
        r,
        "Type_Property_Optional_RequiredAndOptional_putRequiredOnly",
        "PUT /type/property/optional/requiredAndOptional/requiredOnly",
        client.required_and_optional_client().put_required_only(42)
    );
    same!(
        r,
        "Type_Property_Optional_RequiredAndOptional_getAll",
        "GET /type/property/optional/requiredAndOptional/all",
        client.required_and_optional_client().get_all(),
        json!({"optionalProperty": "hello", "requiredProperty": 42})
    );
    done!(
        r,
        "Type_Property_Optional_RequiredAndOptional_putAll",
        "PUT /type/property/optional/requiredAndOptional/all",
        client.required_and_optional_client().put_all(42).optional_property("hello")
    );
    literals::run(r, &client).await;
}
