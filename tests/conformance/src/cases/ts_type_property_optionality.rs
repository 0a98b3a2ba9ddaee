// Case ts-type_property_optionality.
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
        "Type_Property_Optional_StringLiteral_getDefault",
        "GET /type/property/optional/string/literal/default",
        client.string_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_StringLiteral_putDefault",
        "PUT /type/property/optional/string/literal/default",
        client.string_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_StringLiteral_getAll",
        "GET /type/property/optional/string/literal/all",
        client.string_literal_client().get_all(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_Optional_StringLiteral_putAll",
        "PUT /type/property/optional/string/literal/all",
        client
            .string_literal_client()
            .put_all()
            .property(j::<c::models::StringLiteralPropertyProperty>(json!("hello")))
    );
    same!(
        r,
        "Type_Property_Optional_IntLiteral_getDefault",
        "GET /type/property/optional/int/literal/default",
        client.int_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_IntLiteral_putDefault",
        "PUT /type/property/optional/int/literal/default",
        client.int_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_IntLiteral_getAll",
        "GET /type/property/optional/int/literal/all",
        client.int_literal_client().get_all(),
        json!({"property": 1})
    );
    done!(
        r,
        "Type_Property_Optional_IntLiteral_putAll",
        "PUT /type/property/optional/int/literal/all",
        client.int_literal_client().put_all().property(1.0)
    );
    same!(
        r,
        "Type_Property_Optional_FloatLiteral_getDefault",
        "GET /type/property/optional/float/literal/default",
        client.float_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_FloatLiteral_putDefault",
        "PUT /type/property/optional/float/literal/default",
        client.float_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_FloatLiteral_getAll",
        "GET /type/property/optional/float/literal/all",
        client.float_literal_client().get_all(),
        json!({"property": 1.25})
    );
    done!(
        r,
        "Type_Property_Optional_FloatLiteral_putAll",
        "PUT /type/property/optional/float/literal/all",
        client.float_literal_client().put_all().property(1.25)
    );
    same!(
        r,
        "Type_Property_Optional_BooleanLiteral_getDefault",
        "GET /type/property/optional/boolean/literal/default",
        client.boolean_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_BooleanLiteral_putDefault",
        "PUT /type/property/optional/boolean/literal/default",
        client.boolean_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_BooleanLiteral_getAll",
        "GET /type/property/optional/boolean/literal/all",
        client.boolean_literal_client().get_all(),
        json!({"property": true})
    );
    done!(
        r,
        "Type_Property_Optional_BooleanLiteral_putAll",
        "PUT /type/property/optional/boolean/literal/all",
        client.boolean_literal_client().put_all().property(true)
    );
    same!(
        r,
        "Type_Property_Optional_UnionStringLiteral_getDefault",
        "GET /type/property/optional/union/string/literal/default",
        client.union_string_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionStringLiteral_putDefault",
        "PUT /type/property/optional/union/string/literal/default",
        client.union_string_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionStringLiteral_getAll",
        "GET /type/property/optional/union/string/literal/all",
        client.union_string_literal_client().get_all(),
        json!({"property": "world"})
    );
    done!(
        r,
        "Type_Property_Optional_UnionStringLiteral_putAll",
        "PUT /type/property/optional/union/string/literal/all",
        client
            .union_string_literal_client()
            .put_all()
            .property(j::<c::models::UnionStringLiteralPropertyProperty>(json!("world")))
    );
    same!(
        r,
        "Type_Property_Optional_UnionIntLiteral_getDefault",
        "GET /type/property/optional/union/int/literal/default",
        client.union_int_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionIntLiteral_putDefault",
        "PUT /type/property/optional/union/int/literal/default",
        client.union_int_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionIntLiteral_getAll",
        "GET /type/property/optional/union/int/literal/all",
        client.union_int_literal_client().get_all(),
        json!({"property": 2})
    );
    done!(
        r,
        "Type_Property_Optional_UnionIntLiteral_putAll",
        "PUT /type/property/optional/union/int/literal/all",
        client.union_int_literal_client().put_all().property(2.0)
    );
    same!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_getDefault",
        "GET /type/property/optional/union/float/literal/default",
        client.union_float_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_putDefault",
        "PUT /type/property/optional/union/float/literal/default",
        client.union_float_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_getAll",
        "GET /type/property/optional/union/float/literal/all",
        client.union_float_literal_client().get_all(),
        json!({"property": 2.375})
    );
    done!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_putAll",
        "PUT /type/property/optional/union/float/literal/all",
        client.union_float_literal_client().put_all().property(2.375)
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
}
