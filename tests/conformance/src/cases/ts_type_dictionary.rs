// Case ts-type_dictionary.
use crate::prelude::*;
use ts_type_dictionary as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_dictionary");
    let client = c::TsTypeDictionaryClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Dictionary_Int32Value_get",
        "GET /type/dictionary/int32",
        client.int32_value_client().get(),
        json!({"k1": 1, "k2": 2})
    );
    done!(
        r,
        "Type_Dictionary_Int32Value_put",
        "PUT /type/dictionary/int32",
        client.int32_value_client().put(j::<HashMap<String, i32>>(json!({"k1": 1, "k2": 2})))
    );
    same!(
        r,
        "Type_Dictionary_Int64Value_get",
        "GET /type/dictionary/int64",
        client.int64_value_client().get(),
        json!({"k1": 9007199254740991i64, "k2": -9007199254740991i64})
    );
    done!(
        r,
        "Type_Dictionary_Int64Value_put",
        "PUT /type/dictionary/int64",
        client.int64_value_client().put(j::<HashMap<String, i64>>(
            json!({"k1": 9007199254740991i64, "k2": -9007199254740991i64})
        ))
    );
    same!(
        r,
        "Type_Dictionary_BooleanValue_get",
        "GET /type/dictionary/boolean",
        client.boolean_value_client().get(),
        json!({"k1": true, "k2": false})
    );
    done!(
        r,
        "Type_Dictionary_BooleanValue_put",
        "PUT /type/dictionary/boolean",
        client
            .boolean_value_client()
            .put(j::<HashMap<String, bool>>(json!({"k1": true, "k2": false})))
    );
    same!(
        r,
        "Type_Dictionary_StringValue_get",
        "GET /type/dictionary/string",
        client.string_value_client().get(),
        json!({"k1": "hello", "k2": ""})
    );
    done!(
        r,
        "Type_Dictionary_StringValue_put",
        "PUT /type/dictionary/string",
        client
            .string_value_client()
            .put(j::<HashMap<String, String>>(json!({"k1": "hello", "k2": ""})))
    );
    same!(
        r,
        "Type_Dictionary_Float32Value_get",
        "GET /type/dictionary/float32",
        client.float32_value_client().get(),
        json!({"k1": 43.125})
    );
    done!(
        r,
        "Type_Dictionary_Float32Value_put",
        "PUT /type/dictionary/float32",
        client.float32_value_client().put(j::<HashMap<String, f32>>(json!({"k1": 43.125})))
    );
    hand!(r, "Type_Dictionary_DatetimeValue_get", "GET /type/dictionary/datetime", {
        let got = client.datetime_value_client().get().await?;
        ensure(
            got.len() == 1 && got["k1"] == dt(json!("2022-08-26T18:38:00Z")),
            format!("{got:?}"),
        )?;
    });
    done!(
        r,
        "Type_Dictionary_DatetimeValue_put",
        "PUT /type/dictionary/datetime",
        client
            .datetime_value_client()
            .put(j::<HashMap<String, String>>(json!({"k1": "2022-08-26T18:38:00Z"})))
    );
    same!(
        r,
        "Type_Dictionary_DurationValue_get",
        "GET /type/dictionary/duration",
        client.duration_value_client().get(),
        json!({"k1": "P123DT22H14M12.011S"})
    );
    done!(
        r,
        "Type_Dictionary_DurationValue_put",
        "PUT /type/dictionary/duration",
        client
            .duration_value_client()
            .put(j::<HashMap<String, String>>(json!({"k1": "P123DT22H14M12.011S"})))
    );
    same!(
        r,
        "Type_Dictionary_UnknownValue_get",
        "GET /type/dictionary/unknown",
        client.unknown_value_client().get(),
        json!({"k1": 1, "k2": "hello", "k3": null})
    );
    done!(
        r,
        "Type_Dictionary_UnknownValue_put",
        "PUT /type/dictionary/unknown",
        client
            .unknown_value_client()
            .put(j::<HashMap<String, Value>>(json!({"k1": 1, "k2": "hello", "k3": null})))
    );
    same!(
        r,
        "Type_Dictionary_ModelValue_get",
        "GET /type/dictionary/model",
        client.model_value_client().get(),
        json!({"k1": {"property": "hello"}, "k2": {"property": "world"}})
    );
    done!(
        r,
        "Type_Dictionary_ModelValue_put",
        "PUT /type/dictionary/model",
        client.model_value_client().put(j::<HashMap<String, c::models::InnerModel>>(
            json!({"k1": {"property": "hello"}, "k2": {"property": "world"}})
        ))
    );
    same!(
        r,
        "Type_Dictionary_RecursiveModelValue_get",
        "GET /type/dictionary/model/recursive",
        client.recursive_model_value_client().get(),
        json!({"k1": {"property": "hello", "children": {}}, "k2": {"property": "world", "children": {"k2.1": {"property": "inner world"}}}})
    );
    done!(r, "Type_Dictionary_RecursiveModelValue_put", "PUT /type/dictionary/model/recursive", client.recursive_model_value_client().put(j::<HashMap<String, c::models::InnerModel>>(json!({"k1": {"property": "hello", "children": {}}, "k2": {"property": "world", "children": {"k2.1": {"property": "inner world"}}}}))));
    same!(
        r,
        "Type_Dictionary_NullableFloatValue_get",
        "GET /type/dictionary/nullable-float",
        client.nullable_float_value_client().get(),
        json!({"k1": 1.25, "k2": 0.5, "k3": null})
    );
    done!(
        r,
        "Type_Dictionary_NullableFloatValue_put",
        "PUT /type/dictionary/nullable-float",
        client
            .nullable_float_value_client()
            .put(j::<HashMap<String, Option<f32>>>(json!({"k1": 1.25, "k2": 0.5, "k3": null})))
    );
}
