// Case ts-payload_multipart.
use crate::prelude::*;
use ts_payload_multipart as c;

pub async fn run(r: &mut Report) {
    r.case("ts-payload_multipart");
    let client = c::TsPayloadMultipartClient::new(ENDPOINT, None).unwrap();
    let f = client.form_data_client();
    let address = |city: &str| j::<c::models::Address>(json!({ "city": city }));
    let file = |bytes: Vec<u8>, name: &str, kind: &str| {
        c::File::new(bytes).file_name(name).content_type(kind)
    };
    done!(
        r,
        "Payload_MultiPart_FormData_basic",
        "POST /multipart/form-data/mixed-parts",
        f.basic("123", jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_withWireName",
        "POST /multipart/form-data/mixed-parts-with-wire-name",
        f.with_wire_name("123", jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_optionalParts",
        "POST /multipart/form-data/optional-parts id",
        f.optional_parts().id("123")
    );
    done!(
        r,
        "Payload_MultiPart_FormData_optionalParts",
        "POST /multipart/form-data/optional-parts profileImage",
        f.optional_parts().profile_image(jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_optionalParts",
        "POST /multipart/form-data/optional-parts id,profileImage",
        f.optional_parts().id("123").profile_image(jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_fileArrayAndBasic",
        "POST /multipart/form-data/complex-parts",
        f.file_array_and_basic("123", address("X"), jpg(), [png(), png()])
    );
    done!(
        r,
        "Payload_MultiPart_FormData_jsonPart",
        "POST /multipart/form-data/json-part",
        f.json_part(address("X"), jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_binaryArrayParts",
        "POST /multipart/form-data/binary-array-parts",
        f.binary_array_parts("123", [png(), png()])
    );
    done!(
        r,
        "Payload_MultiPart_FormData_multiBinaryParts",
        "POST /multipart/form-data/multi-binary-parts profileImage",
        f.multi_binary_parts(jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_multiBinaryParts",
        "POST /multipart/form-data/multi-binary-parts profileImage,picture",
        f.multi_binary_parts(jpg()).picture(png())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_checkFileNameAndContentType",
        "POST /multipart/form-data/check-filename-and-content-type",
        f.check_file_name_and_content_type("123", file(jpg(), "hello.jpg", "image/jpg"))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_anonymousModel",
        "POST /multipart/form-data/anonymous-model",
        f.anonymous_model(jpg())
    );
    done!(
        r,
        "Payload_MultiPart_FormData_HttpParts_ContentType_imageJpegContentType",
        "POST /multipart/form-data/check-filename-and-specific-content-type-with-httppart",
        client
            .content_type_client()
            .image_jpeg_content_type(c::File::new(jpg()).file_name("hello.jpg"))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_HttpParts_ContentType_requiredContentType",
        "POST /multipart/form-data/check-filename-and-required-content-type-with-httppart",
        client.content_type_client().required_content_type(file(
            jpg(),
            "hello.jpg",
            "application/octet-stream"
        ))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_HttpParts_ContentType_optionalContentType",
        "POST /multipart/form-data/file-with-http-part-optional-content-type",
        client
            .content_type_client()
            .optional_content_type(c::File::new(jpg()).file_name("hello.jpg"))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_HttpParts_jsonArrayAndFileArray",
        "POST /multipart/form-data/complex-parts-with-httppart",
        client.http_parts_client().json_array_and_file_array(
            "123",
            address("X"),
            jpg(),
            [address("Y"), address("Z")],
            [png(), png()]
        )
    );
    done!(
        r,
        "Payload_MultiPart_FormData_HttpParts_NonString_float",
        "POST /multipart/form-data/non-string-float",
        client.non_string_client().float(0.5)
    );
    done!(
        r,
        "Payload_MultiPart_FormData_File_uploadFileSpecificContentType",
        "POST /multipart/form-data/file/specific-content-type",
        client
            .file_client()
            .upload_file_specific_content_type(c::File::new(png()).file_name("image.png"))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_File_uploadFileRequiredFilename",
        "POST /multipart/form-data/file/required-filename",
        client
            .file_client()
            .upload_file_required_filename(c::File::new(png()).file_name("image.png"))
    );
    done!(
        r,
        "Payload_MultiPart_FormData_File_uploadFileArray",
        "POST /multipart/form-data/file/file-array",
        client.file_client().upload_file_array([
            c::File::new(png()).file_name("image.png"),
            c::File::new(png()).file_name("image.png")
        ])
    );
}
