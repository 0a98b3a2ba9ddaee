// Case ts-type_property_additional-properties.
use crate::prelude::*;
use ts_type_property_additional_properties as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_property_additional-properties");
    let client = c::TsTypePropertyAdditionalPropertiesClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsUnknown_get",
        "GET /type/property/additionalProperties/extendsRecordUnknown",
        client.extends_unknown_client().get(),
        json!({"name": "ExtendsUnknownAdditionalProperties", "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_ExtendsUnknown_put", "PUT /type/property/additionalProperties/extendsRecordUnknown", client.extends_unknown_client().put(j::<c::models::ExtendsUnknownAdditionalProperties>(json!({"name": "ExtendsUnknownAdditionalProperties", "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsUnknownDerived_get",
        "GET /type/property/additionalProperties/extendsRecordUnknownDerived",
        client.extends_unknown_derived_client().get(),
        json!({"name": "ExtendsUnknownAdditionalProperties", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_ExtendsUnknownDerived_put", "PUT /type/property/additionalProperties/extendsRecordUnknownDerived", client.extends_unknown_derived_client().put(j::<c::models::ExtendsUnknownAdditionalPropertiesDerived>(json!({"name": "ExtendsUnknownAdditionalProperties", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsUnknownDiscriminated_get",
        "GET /type/property/additionalProperties/extendsUnknownDiscriminated",
        client.extends_unknown_discriminated_client().get(),
        json!({"kind": "derived", "name": "Derived", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_ExtendsUnknownDiscriminated_put", "PUT /type/property/additionalProperties/extendsUnknownDiscriminated", client.extends_unknown_discriminated_client().put(j::<c::models::ExtendsUnknownAdditionalPropertiesDiscriminated>(json!({"kind": "derived", "name": "Derived", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_IsUnknown_get",
        "GET /type/property/additionalProperties/isRecordUnknown",
        client.is_unknown_client().get(),
        json!({"name": "IsUnknownAdditionalProperties", "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_IsUnknown_put", "PUT /type/property/additionalProperties/isRecordUnknown", client.is_unknown_client().put(j::<c::models::IsUnknownAdditionalProperties>(json!({"name": "IsUnknownAdditionalProperties", "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_IsUnknownDerived_get",
        "GET /type/property/additionalProperties/isRecordUnknownDerived",
        client.is_unknown_derived_client().get(),
        json!({"name": "IsUnknownAdditionalProperties", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_IsUnknownDerived_put", "PUT /type/property/additionalProperties/isRecordUnknownDerived", client.is_unknown_derived_client().put(j::<c::models::IsUnknownAdditionalPropertiesDerived>(json!({"name": "IsUnknownAdditionalProperties", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_IsUnknownDiscriminated_get",
        "GET /type/property/additionalProperties/isUnknownDiscriminated",
        client.is_unknown_discriminated_client().get(),
        json!({"kind": "derived", "name": "Derived", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"})
    );
    done!(r, "Type_Property_AdditionalProperties_IsUnknownDiscriminated_put", "PUT /type/property/additionalProperties/isUnknownDiscriminated", client.is_unknown_discriminated_client().put(j::<c::models::IsUnknownAdditionalPropertiesDiscriminated>(json!({"kind": "derived", "name": "Derived", "index": 314, "age": 2.71875, "prop1": 32, "prop2": true, "prop3": "abc"}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsString_get",
        "GET /type/property/additionalProperties/extendsRecordString",
        client.extends_string_client().get(),
        json!({"name": "ExtendsStringAdditionalProperties", "prop": "abc"})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsString_put",
        "PUT /type/property/additionalProperties/extendsRecordString",
        client.extends_string_client().put(j::<c::models::ExtendsStringAdditionalProperties>(
            json!({"name": "ExtendsStringAdditionalProperties", "prop": "abc"})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_IsString_get",
        "GET /type/property/additionalProperties/isRecordstring",
        client.is_string_client().get(),
        json!({"name": "IsStringAdditionalProperties", "prop": "abc"})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_IsString_put",
        "PUT /type/property/additionalProperties/isRecordstring",
        client.is_string_client().put(j::<c::models::IsStringAdditionalProperties>(
            json!({"name": "IsStringAdditionalProperties", "prop": "abc"})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsFloat_get",
        "GET /type/property/additionalProperties/extendsRecordFloat",
        client.extends_float_client().get(),
        json!({"id": 43.125, "prop": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsFloat_put",
        "PUT /type/property/additionalProperties/extendsRecordFloat",
        client.extends_float_client().put(j::<c::models::ExtendsFloatAdditionalProperties>(
            json!({"id": 43.125, "prop": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_IsFloat_get",
        "GET /type/property/additionalProperties/isRecordFloat",
        client.is_float_client().get(),
        json!({"id": 43.125, "prop": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_IsFloat_put",
        "PUT /type/property/additionalProperties/isRecordFloat",
        client.is_float_client().put(j::<c::models::IsFloatAdditionalProperties>(
            json!({"id": 43.125, "prop": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsModel_get",
        "GET /type/property/additionalProperties/extendsRecordModel",
        client.extends_model_client().get(),
        json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsModel_put",
        "PUT /type/property/additionalProperties/extendsRecordModel",
        client.extends_model_client().put(j::<c::models::ExtendsModelAdditionalProperties>(
            json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_IsModel_get",
        "GET /type/property/additionalProperties/isRecordModel",
        client.is_model_client().get(),
        json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_IsModel_put",
        "PUT /type/property/additionalProperties/isRecordModel",
        client.is_model_client().put(j::<c::models::IsModelAdditionalProperties>(
            json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsModelArray_get",
        "GET /type/property/additionalProperties/extendsRecordModelArray",
        client.extends_model_array_client().get(),
        json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]})
    );
    done!(r, "Type_Property_AdditionalProperties_ExtendsModelArray_put", "PUT /type/property/additionalProperties/extendsRecordModelArray", client.extends_model_array_client().put(j::<c::models::ExtendsModelArrayAdditionalProperties>(json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_IsModelArray_get",
        "GET /type/property/additionalProperties/isRecordModelArray",
        client.is_model_array_client().get(),
        json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]})
    );
    done!(r, "Type_Property_AdditionalProperties_IsModelArray_put", "PUT /type/property/additionalProperties/isRecordModelArray", client.is_model_array_client().put(j::<c::models::IsModelArrayAdditionalProperties>(json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadString_get",
        "GET /type/property/additionalProperties/spreadRecordString",
        client.spread_string_client().get(),
        json!({"name": "SpreadSpringRecord", "prop": "abc"})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadString_put",
        "PUT /type/property/additionalProperties/spreadRecordString",
        client.spread_string_client().put(j::<c::models::SpreadStringRecord>(
            json!({"name": "SpreadSpringRecord", "prop": "abc"})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadFloat_get",
        "GET /type/property/additionalProperties/spreadRecordFloat",
        client.spread_float_client().get(),
        json!({"id": 43.125, "prop": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadFloat_put",
        "PUT /type/property/additionalProperties/spreadRecordFloat",
        client
            .spread_float_client()
            .put(j::<c::models::SpreadFloatRecord>(json!({"id": 43.125, "prop": 43.125})))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadModel_get",
        "GET /type/property/additionalProperties/spreadRecordModel",
        client.spread_model_client().get(),
        json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadModel_put",
        "PUT /type/property/additionalProperties/spreadRecordModel",
        client.spread_model_client().put(j::<c::models::SpreadModelRecord>(
            json!({"knownProp": {"state": "ok"}, "prop": {"state": "ok"}})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadModelArray_get",
        "GET /type/property/additionalProperties/spreadRecordModelArray",
        client.spread_model_array_client().get(),
        json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]})
    );
    done!(r, "Type_Property_AdditionalProperties_SpreadModelArray_put", "PUT /type/property/additionalProperties/spreadRecordModelArray", client.spread_model_array_client().put(j::<c::models::SpreadModelArrayRecord>(json!({"knownProp": [{"state": "ok"}, {"state": "ok"}], "prop": [{"state": "ok"}, {"state": "ok"}]}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentString_get",
        "GET /type/property/additionalProperties/spreadDifferentRecordString",
        client.spread_different_string_client().get(),
        json!({"id": 43.125, "prop": "abc"})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentString_put",
        "PUT /type/property/additionalProperties/spreadDifferentRecordString",
        client
            .spread_different_string_client()
            .put(j::<c::models::DifferentSpreadStringRecord>(json!({"id": 43.125, "prop": "abc"})))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentFloat_get",
        "GET /type/property/additionalProperties/spreadDifferentRecordFloat",
        client.spread_different_float_client().get(),
        json!({"name": "abc", "prop": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentFloat_put",
        "PUT /type/property/additionalProperties/spreadDifferentRecordFloat",
        client.spread_different_float_client().put(j::<c::models::DifferentSpreadFloatRecord>(
            json!({"name": "abc", "prop": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentModel_get",
        "GET /type/property/additionalProperties/spreadDifferentRecordModel",
        client.spread_different_model_client().get(),
        json!({"knownProp": "abc", "prop": {"state": "ok"}})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentModel_put",
        "PUT /type/property/additionalProperties/spreadDifferentRecordModel",
        client.spread_different_model_client().put(j::<c::models::DifferentSpreadModelRecord>(
            json!({"knownProp": "abc", "prop": {"state": "ok"}})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentModelArray_get",
        "GET /type/property/additionalProperties/spreadDifferentRecordModelArray",
        client.spread_different_model_array_client().get(),
        json!({"knownProp": "abc", "prop": [{"state": "ok"}, {"state": "ok"}]})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadDifferentModelArray_put",
        "PUT /type/property/additionalProperties/spreadDifferentRecordModelArray",
        client.spread_different_model_array_client().put(j::<
            c::models::DifferentSpreadModelArrayRecord,
        >(
            json!({"knownProp": "abc", "prop": [{"state": "ok"}, {"state": "ok"}]})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadString_get",
        "GET /type/property/additionalProperties/extendsDifferentSpreadString",
        client.extends_different_spread_string_client().get(),
        json!({"id": 43.125, "prop": "abc", "derivedProp": "abc"})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadString_put",
        "PUT /type/property/additionalProperties/extendsDifferentSpreadString",
        client.extends_different_spread_string_client().put(j::<
            c::models::DifferentSpreadStringDerived,
        >(
            json!({"id": 43.125, "prop": "abc", "derivedProp": "abc"})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadFloat_get",
        "GET /type/property/additionalProperties/extendsDifferentSpreadFloat",
        client.extends_different_spread_float_client().get(),
        json!({"name": "abc", "prop": 43.125, "derivedProp": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadFloat_put",
        "PUT /type/property/additionalProperties/extendsDifferentSpreadFloat",
        client.extends_different_spread_float_client().put(j::<
            c::models::DifferentSpreadFloatDerived,
        >(
            json!({"name": "abc", "prop": 43.125, "derivedProp": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadModel_get",
        "GET /type/property/additionalProperties/extendsDifferentSpreadModel",
        client.extends_different_spread_model_client().get(),
        json!({"knownProp": "abc", "prop": {"state": "ok"}, "derivedProp": {"state": "ok"}})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadModel_put",
        "PUT /type/property/additionalProperties/extendsDifferentSpreadModel",
        client.extends_different_spread_model_client().put(j::<
            c::models::DifferentSpreadModelDerived,
        >(
            json!({"knownProp": "abc", "prop": {"state": "ok"}, "derivedProp": {"state": "ok"}})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_ExtendsDifferentSpreadModelArray_get",
        "GET /type/property/additionalProperties/extendsDifferentSpreadModelArray",
        client.extends_different_spread_model_array_client().get(),
        json!({"knownProp": "abc", "prop": [{"state": "ok"}, {"state": "ok"}], "derivedProp": [{"state": "ok"}, {"state": "ok"}]})
    );
    done!(r, "Type_Property_AdditionalProperties_ExtendsDifferentSpreadModelArray_put", "PUT /type/property/additionalProperties/extendsDifferentSpreadModelArray", client.extends_different_spread_model_array_client().put(j::<c::models::DifferentSpreadModelArrayDerived>(json!({"knownProp": "abc", "prop": [{"state": "ok"}, {"state": "ok"}], "derivedProp": [{"state": "ok"}, {"state": "ok"}]}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_MultipleSpread_get",
        "GET /type/property/additionalProperties/multipleSpreadRecord",
        client.multiple_spread_client().get(),
        json!({"flag": true, "prop1": "abc", "prop2": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_MultipleSpread_put",
        "PUT /type/property/additionalProperties/multipleSpreadRecord",
        client.multiple_spread_client().put(j::<c::models::MultipleSpreadRecord>(
            json!({"flag": true, "prop1": "abc", "prop2": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadRecordUnion_get",
        "GET /type/property/additionalProperties/spreadRecordUnion",
        client.spread_record_union_client().get(),
        json!({"flag": true, "prop1": "abc", "prop2": 43.125})
    );
    done!(
        r,
        "Type_Property_AdditionalProperties_SpreadRecordUnion_put",
        "PUT /type/property/additionalProperties/spreadRecordUnion",
        client.spread_record_union_client().put(j::<c::models::SpreadRecordForUnion>(
            json!({"flag": true, "prop1": "abc", "prop2": 43.125})
        ))
    );
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion_get",
        "GET /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion",
        client.spread_record_non_discriminated_union_client().get(),
        json!({"name": "abc", "prop1": {"kind": "kind0", "fooProp": "abc"}, "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}})
    );
    done!(r, "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion_put", "PUT /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion", client.spread_record_non_discriminated_union_client().put(j::<c::models::SpreadRecordForNonDiscriminatedUnion>(json!({"name": "abc", "prop1": {"kind": "kind0", "fooProp": "abc"}, "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion2_get",
        "GET /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion2",
        client.spread_record_non_discriminated_union2_client().get(),
        json!({"name": "abc", "prop1": {"kind": "kind1", "start": "2021-01-01T00:00:00Z"}, "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}})
    );
    done!(r, "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion2_put", "PUT /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion2", client.spread_record_non_discriminated_union2_client().put(j::<c::models::SpreadRecordForNonDiscriminatedUnion2>(json!({"name": "abc", "prop1": {"kind": "kind1", "start": "2021-01-01T00:00:00Z"}, "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}}))));
    same!(
        r,
        "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion3_get",
        "GET /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion3",
        client.spread_record_non_discriminated_union3_client().get(),
        json!({"name": "abc", "prop1": [{"kind": "kind1", "start": "2021-01-01T00:00:00Z"}, {"kind": "kind1", "start": "2021-01-01T00:00:00Z"}], "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}})
    );
    done!(r, "Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion3_put", "PUT /type/property/additionalProperties/spreadRecordNonDiscriminatedUnion3", client.spread_record_non_discriminated_union3_client().put(j::<c::models::SpreadRecordForNonDiscriminatedUnion3>(json!({"name": "abc", "prop1": [{"kind": "kind1", "start": "2021-01-01T00:00:00Z"}, {"kind": "kind1", "start": "2021-01-01T00:00:00Z"}], "prop2": {"kind": "kind1", "start": "2021-01-01T00:00:00Z", "end": "2021-01-02T00:00:00Z"}}))));
}
