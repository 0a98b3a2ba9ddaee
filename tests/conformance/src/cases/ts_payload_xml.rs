//! The case payload/xml.
use crate::prelude::*;
use ts_payload_xml as c;

fn foo() -> c::models::SimpleModel {
    j(json!({"name": "foo", "age": 123}))
}

fn bar() -> c::models::SimpleModel {
    j(json!({"name": "bar", "age": 456}))
}

pub async fn run(r: &mut Report) {
    r.case("ts-payload_xml");
    let client = c::TsPayloadXmlClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Payload_Xml_SimpleModelValue_get",
        "GET /payload/xml/simpleModel",
        client.simple_model_value_client().get(),
        json!({"name": "foo", "age": 123})
    );
    done!(
        r,
        "Payload_Xml_SimpleModelValue_put",
        "PUT /payload/xml/simpleModel",
        client.simple_model_value_client().put("foo", 123)
    );
    same!(
        r,
        "Payload_Xml_ModelWithOptionalFieldValue_get",
        "GET /payload/xml/modelWithOptionalField",
        client.model_with_optional_field_value_client().get(),
        json!({"item": "widget"})
    );
    done!(
        r,
        "Payload_Xml_ModelWithOptionalFieldValue_put",
        "PUT /payload/xml/modelWithOptionalField",
        client.model_with_optional_field_value_client().put("widget")
    );
    same!(
        r,
        "Payload_Xml_ModelWithAttributesValue_get",
        "GET /payload/xml/modelWithAttributes",
        client.model_with_attributes_value_client().get(),
        json!({"id1": 123, "id2": "foo", "enabled": true})
    );
    done!(
        r,
        "Payload_Xml_ModelWithAttributesValue_put",
        "PUT /payload/xml/modelWithAttributes",
        client.model_with_attributes_value_client().put(123, "foo", true)
    );
    same!(
        r,
        "Payload_Xml_ModelWithUnwrappedArrayValue_get",
        "GET /payload/xml/modelWithUnwrappedArray",
        client.model_with_unwrapped_array_value_client().get(),
        json!({"colors": ["red", "green", "blue"], "counts": [1, 2]})
    );
    done!(
        r,
        "Payload_Xml_ModelWithUnwrappedArrayValue_put",
        "PUT /payload/xml/modelWithUnwrappedArray",
        client.model_with_unwrapped_array_value_client().put(["red", "green", "blue"], [1, 2])
    );
    same!(
        r,
        "Payload_Xml_ModelWithRenamedArraysValue_get",
        "GET /payload/xml/modelWithRenamedArrays",
        client.model_with_renamed_arrays_value_client().get(),
        json!({"colors": ["red", "green", "blue"], "counts": [1, 2]})
    );
    done!(
        r,
        "Payload_Xml_ModelWithRenamedArraysValue_put",
        "PUT /payload/xml/modelWithRenamedArrays",
        client.model_with_renamed_arrays_value_client().put(["red", "green", "blue"], [1, 2])
    );
    same!(
        r,
        "Payload_Xml_ModelWithRenamedFieldsValue_get",
        "GET /payload/xml/modelWithRenamedFields",
        client.model_with_renamed_fields_value_client().get(),
        json!({"inputData": {"name": "foo", "age": 123}, "outputData": {"name": "bar", "age": 456}})
    );
    done!(
        r,
        "Payload_Xml_ModelWithRenamedFieldsValue_put",
        "PUT /payload/xml/modelWithRenamedFields",
        client.model_with_renamed_fields_value_client().put(foo(), bar())
    );
    same!(
        r,
        "Payload_Xml_ModelWithDictionaryValue_get",
        "GET /payload/xml/modelWithDictionary",
        client.model_with_dictionary_value_client().get(),
        json!({"metadata": {"Color": "blue", "Count": "123", "Enabled": "false"}})
    );
    done!(
        r,
        "Payload_Xml_ModelWithDictionaryValue_put",
        "PUT /payload/xml/modelWithDictionary",
        client.model_with_dictionary_value_client().put([
            ("Color", "blue"),
            ("Count", "123"),
            ("Enabled", "false")
        ])
    );
    same!(
        r,
        "Payload_Xml_ModelWithEncodedNamesValue_get",
        "GET /payload/xml/modelWithEncodedNames",
        client.model_with_encoded_names_value_client().get(),
        json!({"modelData": {"name": "foo", "age": 123}, "colors": ["red", "green", "blue"]})
    );
    done!(
        r,
        "Payload_Xml_ModelWithEncodedNamesValue_put",
        "PUT /payload/xml/modelWithEncodedNames",
        client.model_with_encoded_names_value_client().put(foo(), ["red", "green", "blue"])
    );
    same!(
        r,
        "Payload_Xml_ModelWithEnumValue_get",
        "GET /payload/xml/modelWithEnum",
        client.model_with_enum_value_client().get(),
        json!({"status": "success"})
    );
    done!(
        r,
        "Payload_Xml_ModelWithEnumValue_put",
        "PUT /payload/xml/modelWithEnum",
        client.model_with_enum_value_client().put(c::models::Status2::Success)
    );
    same!(
        r,
        "Payload_Xml_ModelWithDatetimeValue_get",
        "GET /payload/xml/modelWithDatetime",
        client.model_with_datetime_value_client().get(),
        json!({"rfc3339": "2022-08-26T18:38:00Z", "rfc7231": "Fri, 26 Aug 2022 14:38:00 GMT"})
    );
    // The mock server ends when it shows the difference between two bodies in XML.
    r.inexpressible(
        "Payload_Xml_ModelWithDatetimeValue_put",
        "PUT /payload/xml/modelWithDatetime",
        "the mock server accepts an instant only with three zeros for milliseconds",
    );
    hand!(r, "Payload_Xml_XmlErrorValue_get", "GET /payload/xml/error", {
        let Err(error) = client.xml_error_value_client().get().await else {
            return Err("the call succeeded".into());
        };
        let body = c::models::XmlErrorBody::of(&error).ok_or("the error has no model")?;
        expect(&body, &json!({"message": "Something went wrong", "code": 400}))?;
    });
}
