// Case ts-type_array.
use crate::prelude::*;
use ts_type_array as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_array");
    let client = c::TsTypeArrayClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Array_Int32Value_get",
        "GET /type/array/int32",
        client.int32_value_client().get(),
        json!([1, 2])
    );
    done!(
        r,
        "Type_Array_Int32Value_put",
        "PUT /type/array/int32",
        client.int32_value_client().put(j::<Vec<i32>>(json!([1, 2])))
    );
    same!(
        r,
        "Type_Array_Int64Value_get",
        "GET /type/array/int64",
        client.int64_value_client().get(),
        json!([9007199254740991i64, -9007199254740991i64])
    );
    done!(
        r,
        "Type_Array_Int64Value_put",
        "PUT /type/array/int64",
        client
            .int64_value_client()
            .put(j::<Vec<i64>>(json!([9007199254740991i64, -9007199254740991i64])))
    );
    same!(
        r,
        "Type_Array_BooleanValue_get",
        "GET /type/array/boolean",
        client.boolean_value_client().get(),
        json!([true, false])
    );
    done!(
        r,
        "Type_Array_BooleanValue_put",
        "PUT /type/array/boolean",
        client.boolean_value_client().put(j::<Vec<bool>>(json!([true, false])))
    );
    same!(
        r,
        "Type_Array_StringValue_get",
        "GET /type/array/string",
        client.string_value_client().get(),
        json!(["hello", ""])
    );
    done!(
        r,
        "Type_Array_StringValue_put",
        "PUT /type/array/string",
        client.string_value_client().put(j::<Vec<String>>(json!(["hello", ""])))
    );
    same!(
        r,
        "Type_Array_Float32Value_get",
        "GET /type/array/float32",
        client.float32_value_client().get(),
        json!([43.125])
    );
    done!(
        r,
        "Type_Array_Float32Value_put",
        "PUT /type/array/float32",
        client.float32_value_client().put(j::<Vec<f32>>(json!([43.125])))
    );
    hand!(r, "Type_Array_DatetimeValue_get", "GET /type/array/datetime", {
        let got = client.datetime_value_client().get().await?;
        ensure(got == [dt(json!("2022-08-26T18:38:00Z"))], format!("{got:?}"))?;
    });
    done!(
        r,
        "Type_Array_DatetimeValue_put",
        "PUT /type/array/datetime",
        client.datetime_value_client().put(j::<Vec<String>>(json!(["2022-08-26T18:38:00Z"])))
    );
    same!(
        r,
        "Type_Array_DurationValue_get",
        "GET /type/array/duration",
        client.duration_value_client().get(),
        json!(["P123DT22H14M12.011S"])
    );
    done!(
        r,
        "Type_Array_DurationValue_put",
        "PUT /type/array/duration",
        client.duration_value_client().put(j::<Vec<String>>(json!(["P123DT22H14M12.011S"])))
    );
    same!(
        r,
        "Type_Array_UnknownValue_get",
        "GET /type/array/unknown",
        client.unknown_value_client().get(),
        json!([1, "hello", null])
    );
    done!(
        r,
        "Type_Array_UnknownValue_put",
        "PUT /type/array/unknown",
        client.unknown_value_client().put(j::<Vec<Value>>(json!([1, "hello", null])))
    );
    same!(
        r,
        "Type_Array_ModelValue_get",
        "GET /type/array/model",
        client.model_value_client().get(),
        json!([{"property": "hello"}, {"property": "world"}])
    );
    done!(
        r,
        "Type_Array_ModelValue_put",
        "PUT /type/array/model",
        client.model_value_client().put(j::<Vec<c::models::InnerModel>>(
            json!([{"property": "hello"}, {"property": "world"}])
        ))
    );
    same!(
        r,
        "Type_Array_NullableFloatValue_get",
        "GET /type/array/nullable-float",
        client.nullable_float_value_client().get(),
        json!([1.25, null, 3])
    );
    done!(
        r,
        "Type_Array_NullableFloatValue_put",
        "PUT /type/array/nullable-float",
        client.nullable_float_value_client().put(j::<Vec<Option<f32>>>(json!([1.25, null, 3])))
    );
    same!(
        r,
        "Type_Array_NullableBooleanValue_get",
        "GET /type/array/nullable-boolean",
        client.nullable_boolean_value_client().get(),
        json!([true, null, false])
    );
    done!(
        r,
        "Type_Array_NullableBooleanValue_put",
        "PUT /type/array/nullable-boolean",
        client
            .nullable_boolean_value_client()
            .put(j::<Vec<Option<bool>>>(json!([true, null, false])))
    );
    same!(
        r,
        "Type_Array_NullableInt32Value_get",
        "GET /type/array/nullable-int32",
        client.nullable_int32_value_client().get(),
        json!([1, null, 3])
    );
    done!(
        r,
        "Type_Array_NullableInt32Value_put",
        "PUT /type/array/nullable-int32",
        client.nullable_int32_value_client().put(j::<Vec<Option<i32>>>(json!([1, null, 3])))
    );
    same!(
        r,
        "Type_Array_NullableStringValue_get",
        "GET /type/array/nullable-string",
        client.nullable_string_value_client().get(),
        json!(["hello", null, "world"])
    );
    done!(
        r,
        "Type_Array_NullableStringValue_put",
        "PUT /type/array/nullable-string",
        client
            .nullable_string_value_client()
            .put(j::<Vec<Option<String>>>(json!(["hello", null, "world"])))
    );
    same!(
        r,
        "Type_Array_NullableModelValue_get",
        "GET /type/array/nullable-model",
        client.nullable_model_value_client().get(),
        json!([{"property": "hello"}, null, {"property": "world"}])
    );
    done!(
        r,
        "Type_Array_NullableModelValue_put",
        "PUT /type/array/nullable-model",
        client.nullable_model_value_client().put(j::<Vec<Option<c::models::InnerModel>>>(
            json!([{"property": "hello"}, null, {"property": "world"}])
        ))
    );
}
