//! The case payload/xml as Swagger 2.0: the emitter of OpenAPI leaves out which arrays are wrapped, and what is text.
use crate::prelude::*;
use sw_ts_payload_xml as c;

fn foo() -> c::models::SimpleModel {
    j(json!({"name": "foo", "age": 123}))
}

fn bar() -> c::models::SimpleModel {
    j(json!({"name": "bar", "age": 456}))
}

pub async fn run(r: &mut Report) {
    r.case("ts-payload_xml");
    let client = c::SwTsPayloadXmlClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Payload_Xml_ModelWithSimpleArraysValue_get",
        "GET /payload/xml/modelWithSimpleArrays",
        client.model_with_simple_arrays_value_client().get(),
        json!({"colors": ["red", "green", "blue"], "counts": [1, 2]})
    );
    // The mock server ends when it shows the difference between two bodies in XML.
    r.inexpressible(
        "Payload_Xml_ModelWithSimpleArraysValue_put",
        "PUT /payload/xml/modelWithSimpleArrays",
        "neither emitter writes the names of the items",
    );
    same!(
        r,
        "Payload_Xml_ModelWithArrayOfModelValue_get",
        "GET /payload/xml/modelWithArrayOfModel",
        client.model_with_array_of_model_value_client().get(),
        json!({"items": [{"name": "foo", "age": 123}, {"name": "bar", "age": 456}]})
    );
    done!(
        r,
        "Payload_Xml_ModelWithArrayOfModelValue_put",
        "PUT /payload/xml/modelWithArrayOfModel",
        client.model_with_array_of_model_value_client().put([foo(), bar()])
    );
    same!(
        r,
        "Payload_Xml_ModelWithEmptyArrayValue_get",
        "GET /payload/xml/modelWithEmptyArray",
        client.model_with_empty_array_value_client().get(),
        json!({"items": []})
    );
    done!(
        r,
        "Payload_Xml_ModelWithEmptyArrayValue_put",
        "PUT /payload/xml/modelWithEmptyArray",
        client.model_with_empty_array_value_client().put([])
    );
    same!(
        r,
        "Payload_Xml_ModelWithTextValue_get",
        "GET /payload/xml/modelWithText",
        client.model_with_text_value_client().get(),
        json!({"language": "foo", "content": "\n  This is some text.\n"})
    );
    done!(
        r,
        "Payload_Xml_ModelWithTextValue_put",
        "PUT /payload/xml/modelWithText",
        client.model_with_text_value_client().put("foo", "\n  This is some text.\n")
    );
}
