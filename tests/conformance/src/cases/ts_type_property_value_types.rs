// Case ts-type_property_value-types.
use crate::prelude::*;
use ts_type_property_value_types as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_property_value-types");
    let client = c::TsTypePropertyValueTypesClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Property_ValueTypes_Boolean_get",
        "GET /type/property/value-types/boolean",
        client.boolean_client().get(),
        json!({"property": true})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Boolean_put",
        "PUT /type/property/value-types/boolean",
        client.boolean_client().put(true)
    );
    same!(
        r,
        "Type_Property_ValueTypes_String_get",
        "GET /type/property/value-types/string",
        client.string_client().get(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_String_put",
        "PUT /type/property/value-types/string",
        client.string_client().put("hello")
    );
    same!(
        r,
        "Type_Property_ValueTypes_Bytes_get",
        "GET /type/property/value-types/bytes",
        client.bytes_client().get(),
        json!({"property": "aGVsbG8sIHdvcmxkIQ=="})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Bytes_put",
        "PUT /type/property/value-types/bytes",
        client.bytes_client().put(b64("aGVsbG8sIHdvcmxkIQ=="))
    );
    same!(
        r,
        "Type_Property_ValueTypes_Int_get",
        "GET /type/property/value-types/int",
        client.int_client().get(),
        json!({"property": 42})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Int_put",
        "PUT /type/property/value-types/int",
        client.int_client().put(42)
    );
    same!(
        r,
        "Type_Property_ValueTypes_Float_get",
        "GET /type/property/value-types/float",
        client.float_client().get(),
        json!({"property": 43.125})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Float_put",
        "PUT /type/property/value-types/float",
        client.float_client().put(43.125)
    );
    same!(
        r,
        "Type_Property_ValueTypes_Decimal_get",
        "GET /type/property/value-types/decimal",
        client.decimal_client().get(),
        json!({"property": 0.33333})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Decimal_put",
        "PUT /type/property/value-types/decimal",
        client.decimal_client().put(0.33333)
    );
    same!(
        r,
        "Type_Property_ValueTypes_Decimal128_get",
        "GET /type/property/value-types/decimal128",
        client.decimal128_client().get(),
        json!({"property": 0.33333})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Decimal128_put",
        "PUT /type/property/value-types/decimal128",
        client.decimal128_client().put(0.33333)
    );
    same!(
        r,
        "Type_Property_ValueTypes_Datetime_get",
        "GET /type/property/value-types/datetime",
        client.datetime_client().get(),
        json!({"property": "2022-08-26T18:38:00Z"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Datetime_put",
        "PUT /type/property/value-types/datetime",
        client.datetime_client().put(dt(json!("2022-08-26T18:38:00Z")))
    );
    same!(
        r,
        "Type_Property_ValueTypes_Duration_get",
        "GET /type/property/value-types/duration",
        client.duration_client().get(),
        json!({"property": "P123DT22H14M12.011S"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Duration_put",
        "PUT /type/property/value-types/duration",
        client.duration_client().put("P123DT22H14M12.011S")
    );
    same!(
        r,
        "Type_Property_ValueTypes_Enum_get",
        "GET /type/property/value-types/enum",
        client.enum_client().get(),
        json!({"property": "ValueOne"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Enum_put",
        "PUT /type/property/value-types/enum",
        client.enum_client().put(j::<c::models::FixedInnerEnum>(json!("ValueOne")))
    );
    same!(
        r,
        "Type_Property_ValueTypes_ExtensibleEnum_get",
        "GET /type/property/value-types/extensible-enum",
        client.extensible_enum_client().get(),
        json!({"property": "UnknownValue"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_ExtensibleEnum_put",
        "PUT /type/property/value-types/extensible-enum",
        client.extensible_enum_client().put(j::<c::models::InnerEnum2>(json!("UnknownValue")))
    );
    same!(
        r,
        "Type_Property_ValueTypes_Model_get",
        "GET /type/property/value-types/model",
        client.model_client().get(),
        json!({"property": {"property": "hello"}})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Model_put",
        "PUT /type/property/value-types/model",
        client.model_client().put(j::<c::models::InnerModel>(json!({"property": "hello"})))
    );
    same!(
        r,
        "Type_Property_ValueTypes_CollectionsString_get",
        "GET /type/property/value-types/collections/string",
        client.collections_string_client().get(),
        json!({"property": ["hello", "world"]})
    );
    done!(
        r,
        "Type_Property_ValueTypes_CollectionsString_put",
        "PUT /type/property/value-types/collections/string",
        client.collections_string_client().put(j::<Vec<String>>(json!(["hello", "world"])))
    );
    same!(
        r,
        "Type_Property_ValueTypes_CollectionsInt_get",
        "GET /type/property/value-types/collections/int",
        client.collections_int_client().get(),
        json!({"property": [1, 2]})
    );
    done!(
        r,
        "Type_Property_ValueTypes_CollectionsInt_put",
        "PUT /type/property/value-types/collections/int",
        client.collections_int_client().put(j::<Vec<i32>>(json!([1, 2])))
    );
    same!(
        r,
        "Type_Property_ValueTypes_CollectionsModel_get",
        "GET /type/property/value-types/collections/model",
        client.collections_model_client().get(),
        json!({"property": [{"property": "hello"}, {"property": "world"}]})
    );
    done!(
        r,
        "Type_Property_ValueTypes_CollectionsModel_put",
        "PUT /type/property/value-types/collections/model",
        client.collections_model_client().put(j::<Vec<c::models::InnerModel>>(
            json!([{"property": "hello"}, {"property": "world"}])
        ))
    );
    same!(
        r,
        "Type_Property_ValueTypes_DictionaryString_get",
        "GET /type/property/value-types/dictionary/string",
        client.dictionary_string_client().get(),
        json!({"property": {"k1": "hello", "k2": "world"}})
    );
    done!(
        r,
        "Type_Property_ValueTypes_DictionaryString_put",
        "PUT /type/property/value-types/dictionary/string",
        client
            .dictionary_string_client()
            .put(j::<HashMap<String, String>>(json!({"k1": "hello", "k2": "world"})))
    );
    same!(
        r,
        "Type_Property_ValueTypes_Never_get",
        "GET /type/property/value-types/never",
        client.never_client().get(),
        json!({})
    );
    done!(
        r,
        "Type_Property_ValueTypes_Never_put",
        "PUT /type/property/value-types/never",
        client.never_client().put(j::<c::models::NeverProperty>(json!({})))
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnknownString_get",
        "GET /type/property/value-types/unknown/string",
        client.unknown_string_client().get(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnknownString_put",
        "PUT /type/property/value-types/unknown/string",
        client.unknown_string_client().put(json!("hello"))
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnknownInt_get",
        "GET /type/property/value-types/unknown/int",
        client.unknown_int_client().get(),
        json!({"property": 42})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnknownInt_put",
        "PUT /type/property/value-types/unknown/int",
        client.unknown_int_client().put(json!(42))
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnknownDict_get",
        "GET /type/property/value-types/unknown/dict",
        client.unknown_dict_client().get(),
        json!({"property": {"k1": "hello", "k2": 42}})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnknownDict_put",
        "PUT /type/property/value-types/unknown/dict",
        client.unknown_dict_client().put(json!({"k1": "hello", "k2": 42}))
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnknownArray_get",
        "GET /type/property/value-types/unknown/array",
        client.unknown_array_client().get(),
        json!({"property": ["hello", "world"]})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnknownArray_put",
        "PUT /type/property/value-types/unknown/array",
        client.unknown_array_client().put(json!(["hello", "world"]))
    );
    same!(
        r,
        "Type_Property_ValueTypes_StringLiteral_get",
        "GET /type/property/value-types/string/literal",
        client.string_literal_client().get(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_StringLiteral_put",
        "PUT /type/property/value-types/string/literal",
        client
            .string_literal_client()
            .put(j::<c::models::StringLiteralPropertyProperty>(json!("hello")))
    );
    same!(
        r,
        "Type_Property_ValueTypes_IntLiteral_get",
        "GET /type/property/value-types/int/literal",
        client.int_literal_client().get(),
        json!({"property": 42})
    );
    done!(
        r,
        "Type_Property_ValueTypes_IntLiteral_put",
        "PUT /type/property/value-types/int/literal",
        client.int_literal_client().put(42.0)
    );
    same!(
        r,
        "Type_Property_ValueTypes_FloatLiteral_get",
        "GET /type/property/value-types/float/literal",
        client.float_literal_client().get(),
        json!({"property": 43.125})
    );
    done!(
        r,
        "Type_Property_ValueTypes_FloatLiteral_put",
        "PUT /type/property/value-types/float/literal",
        client.float_literal_client().put(43.125)
    );
    same!(
        r,
        "Type_Property_ValueTypes_BooleanLiteral_get",
        "GET /type/property/value-types/boolean/literal",
        client.boolean_literal_client().get(),
        json!({"property": true})
    );
    done!(
        r,
        "Type_Property_ValueTypes_BooleanLiteral_put",
        "PUT /type/property/value-types/boolean/literal",
        client.boolean_literal_client().put(true)
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnionStringLiteral_get",
        "GET /type/property/value-types/union/string/literal",
        client.union_string_literal_client().get(),
        json!({"property": "world"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnionStringLiteral_put",
        "PUT /type/property/value-types/union/string/literal",
        client
            .union_string_literal_client()
            .put(j::<c::models::UnionStringLiteralPropertyProperty>(json!("world")))
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnionIntLiteral_get",
        "GET /type/property/value-types/union/int/literal",
        client.union_int_literal_client().get(),
        json!({"property": 42})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnionIntLiteral_put",
        "PUT /type/property/value-types/union/int/literal",
        client.union_int_literal_client().put(42.0)
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnionFloatLiteral_get",
        "GET /type/property/value-types/union/float/literal",
        client.union_float_literal_client().get(),
        json!({"property": 46.875})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnionFloatLiteral_put",
        "PUT /type/property/value-types/union/float/literal",
        client.union_float_literal_client().put(46.875)
    );
    same!(
        r,
        "Type_Property_ValueTypes_UnionEnumValue_get",
        "GET /type/property/value-types/union-enum-value",
        client.union_enum_value_client().get(),
        json!({"property": "value2"})
    );
    done!(
        r,
        "Type_Property_ValueTypes_UnionEnumValue_put",
        "PUT /type/property/value-types/union-enum-value",
        client
            .union_enum_value_client()
            .put(j::<c::models::UnionEnumValuePropertyProperty>(json!("value2")))
    );
}
