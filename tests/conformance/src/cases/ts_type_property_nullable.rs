// Case ts-type_property_nullable.
use crate::prelude::*;
use ts_type_property_nullable as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_property_nullable");
    let client = c::TsTypePropertyNullableClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Property_Nullable_String_getNonNull",
        "GET /type/property/nullable/string/non-null",
        client.string_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": "hello"})
    );
    same!(
        r,
        "Type_Property_Nullable_String_getNull",
        "GET /type/property/nullable/string/null",
        client.string_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_String_patchNonNull",
        "PATCH /type/property/nullable/string/non-null",
        client.string_client().patch_non_null("foo", Some("hello".to_owned()))
    );
    done!(
        r,
        "Type_Property_Nullable_String_patchNull",
        "PATCH /type/property/nullable/string/null",
        client.string_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_Bytes_getNonNull",
        "GET /type/property/nullable/bytes/non-null",
        client.bytes_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": "aGVsbG8sIHdvcmxkIQ=="})
    );
    same!(
        r,
        "Type_Property_Nullable_Bytes_getNull",
        "GET /type/property/nullable/bytes/null",
        client.bytes_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_Bytes_patchNonNull",
        "PATCH /type/property/nullable/bytes/non-null",
        client.bytes_client().patch_non_null("foo", Some(b64("aGVsbG8sIHdvcmxkIQ==")))
    );
    done!(
        r,
        "Type_Property_Nullable_Bytes_patchNull",
        "PATCH /type/property/nullable/bytes/null",
        client.bytes_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_Datetime_getNonNull",
        "GET /type/property/nullable/datetime/non-null",
        client.datetime_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": "2022-08-26T18:38:00Z"})
    );
    same!(
        r,
        "Type_Property_Nullable_Datetime_getNull",
        "GET /type/property/nullable/datetime/null",
        client.datetime_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_Datetime_patchNonNull",
        "PATCH /type/property/nullable/datetime/non-null",
        client.datetime_client().patch_non_null("foo", Some(dt(json!("2022-08-26T18:38:00Z"))))
    );
    done!(
        r,
        "Type_Property_Nullable_Datetime_patchNull",
        "PATCH /type/property/nullable/datetime/null",
        client.datetime_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_Duration_getNonNull",
        "GET /type/property/nullable/duration/non-null",
        client.duration_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": "P123DT22H14M12.011S"})
    );
    same!(
        r,
        "Type_Property_Nullable_Duration_getNull",
        "GET /type/property/nullable/duration/null",
        client.duration_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_Duration_patchNonNull",
        "PATCH /type/property/nullable/duration/non-null",
        client.duration_client().patch_non_null("foo", Some("P123DT22H14M12.011S".to_owned()))
    );
    done!(
        r,
        "Type_Property_Nullable_Duration_patchNull",
        "PATCH /type/property/nullable/duration/null",
        client.duration_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsByte_getNonNull",
        "GET /type/property/nullable/collections/bytes/non-null",
        client.collections_byte_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": ["aGVsbG8sIHdvcmxkIQ==", "aGVsbG8sIHdvcmxkIQ=="]})
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsByte_getNull",
        "GET /type/property/nullable/collections/bytes/null",
        client.collections_byte_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsByte_patchNonNull",
        "PATCH /type/property/nullable/collections/bytes/non-null",
        client.collections_byte_client().patch_non_null(
            "foo",
            Some(b64s(json!(["aGVsbG8sIHdvcmxkIQ==", "aGVsbG8sIHdvcmxkIQ=="])))
        )
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsByte_patchNull",
        "PATCH /type/property/nullable/collections/bytes/null",
        client.collections_byte_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsModel_getNonNull",
        "GET /type/property/nullable/collections/model/non-null",
        client.collections_model_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": [{"property": "hello"}, {"property": "world"}]})
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsModel_getNull",
        "GET /type/property/nullable/collections/model/null",
        client.collections_model_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsModel_patchNonNull",
        "PATCH /type/property/nullable/collections/model/non-null",
        client.collections_model_client().patch_non_null(
            "foo",
            Some(j::<Vec<c::models::InnerModel>>(
                json!([{"property": "hello"}, {"property": "world"}])
            ))
        )
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsModel_patchNull",
        "PATCH /type/property/nullable/collections/model/null",
        client.collections_model_client().patch_null("foo", None)
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsString_getNonNull",
        "GET /type/property/nullable/collections/string/non-null",
        client.collections_string_client().get_non_null(),
        json!({"requiredProperty": "foo", "nullableProperty": ["hello", "world"]})
    );
    same!(
        r,
        "Type_Property_Nullable_CollectionsString_getNull",
        "GET /type/property/nullable/collections/string/null",
        client.collections_string_client().get_null(),
        json!({"requiredProperty": "foo", "nullableProperty": null})
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsString_patchNonNull",
        "PATCH /type/property/nullable/collections/string/non-null",
        client
            .collections_string_client()
            .patch_non_null("foo", Some(j::<Vec<String>>(json!(["hello", "world"]))))
    );
    done!(
        r,
        "Type_Property_Nullable_CollectionsString_patchNull",
        "PATCH /type/property/nullable/collections/string/null",
        client.collections_string_client().patch_null("foo", None)
    );
}
