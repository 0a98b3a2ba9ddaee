// Case ts-encode_array.
use crate::prelude::*;
use ts_encode_array as c;

pub async fn run(r: &mut Report) {
    r.case("ts-encode_array");
    let client = c::TsEncodeArrayClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Encode_Array_Property_commaDelimited",
        "POST /encode/array/property/comma-delimited",
        client.property_client().comma_delimited("blue,red,green"),
        json!({"value": "blue,red,green"})
    );
    same!(
        r,
        "Encode_Array_Property_spaceDelimited",
        "POST /encode/array/property/space-delimited",
        client.property_client().space_delimited("blue red green"),
        json!({"value": "blue red green"})
    );
    same!(
        r,
        "Encode_Array_Property_pipeDelimited",
        "POST /encode/array/property/pipe-delimited",
        client.property_client().pipe_delimited("blue|red|green"),
        json!({"value": "blue|red|green"})
    );
    same!(
        r,
        "Encode_Array_Property_newlineDelimited",
        "POST /encode/array/property/newline-delimited",
        client.property_client().newline_delimited("blue\nred\ngreen"),
        json!({"value": "blue\nred\ngreen"})
    );
    same!(
        r,
        "Encode_Array_Property_enumCommaDelimited",
        "POST /encode/array/property/enum/comma-delimited",
        client.property_client().enum_comma_delimited("blue,red,green"),
        json!({"value": "blue,red,green"})
    );
    same!(
        r,
        "Encode_Array_Property_enumSpaceDelimited",
        "POST /encode/array/property/enum/space-delimited",
        client.property_client().enum_space_delimited("blue red green"),
        json!({"value": "blue red green"})
    );
    same!(
        r,
        "Encode_Array_Property_enumPipeDelimited",
        "POST /encode/array/property/enum/pipe-delimited",
        client.property_client().enum_pipe_delimited("blue|red|green"),
        json!({"value": "blue|red|green"})
    );
    same!(
        r,
        "Encode_Array_Property_enumNewlineDelimited",
        "POST /encode/array/property/enum/newline-delimited",
        client.property_client().enum_newline_delimited("blue\nred\ngreen"),
        json!({"value": "blue\nred\ngreen"})
    );
    same!(
        r,
        "Encode_Array_Property_extensibleEnumCommaDelimited",
        "POST /encode/array/property/extensible-enum/comma-delimited",
        client.property_client().extensible_enum_comma_delimited("blue,red,green"),
        json!({"value": "blue,red,green"})
    );
    same!(
        r,
        "Encode_Array_Property_extensibleEnumSpaceDelimited",
        "POST /encode/array/property/extensible-enum/space-delimited",
        client.property_client().extensible_enum_space_delimited("blue red green"),
        json!({"value": "blue red green"})
    );
    same!(
        r,
        "Encode_Array_Property_extensibleEnumPipeDelimited",
        "POST /encode/array/property/extensible-enum/pipe-delimited",
        client.property_client().extensible_enum_pipe_delimited("blue|red|green"),
        json!({"value": "blue|red|green"})
    );
    same!(
        r,
        "Encode_Array_Property_extensibleEnumNewlineDelimited",
        "POST /encode/array/property/extensible-enum/newline-delimited",
        client.property_client().extensible_enum_newline_delimited("blue\nred\ngreen"),
        json!({"value": "blue\nred\ngreen"})
    );
}
