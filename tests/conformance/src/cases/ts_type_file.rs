// Case ts-type_file.
use crate::prelude::*;
use ts_type_file as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_file");
    let client = c::TsTypeFileClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Type_File_Body_uploadFileSpecificContentType",
        "POST /type/file/body/request/specific-content-type",
        client.body_client().upload_file_specific_content_type(png())
    );
    done!(
        r,
        "Type_File_Body_uploadFileJsonContentType",
        "POST /type/file/body/request/json-content-type",
        client
            .body_client()
            .upload_file_json_content_type(br#"{"message":"test file content"}"#.to_vec())
    );
    hand!(
        r,
        "Type_File_Body_downloadFileJsonContentType",
        "GET /type/file/body/response/json-content-type",
        {
            expect_bytes(
                &client.body_client().download_file_json_content_type().await?.collect().await?,
                br#"{"message":"test file content"}"#,
            )?;
        }
    );
    hand!(
        r,
        "Type_File_Body_downloadFileSpecificContentType",
        "GET /type/file/body/response/specific-content-type",
        {
            expect_bytes(
                &client
                    .body_client()
                    .download_file_specific_content_type()
                    .await?
                    .collect()
                    .await?,
                &png(),
            )?;
        }
    );
    done!(
        r,
        "Type_File_Body_uploadFileMultipleContentTypes",
        "POST /type/file/body/request/multiple-content-types",
        client.body_client().upload_file_multiple_content_types("image/png", png())
    );
    hand!(
        r,
        "Type_File_Body_downloadFileMultipleContentTypes",
        "GET /type/file/body/response/multiple-content-types",
        {
            expect_bytes(
                &client
                    .body_client()
                    .download_file_multiple_content_types()
                    .await?
                    .collect()
                    .await?,
                &png(),
            )?;
        }
    );
    done!(
        r,
        "Type_File_Body_uploadFileDefaultContentType",
        "POST /type/file/body/request/default-content-type",
        client.body_client().upload_file_default_content_type("image/png", png())
    );
    hand!(
        r,
        "Type_File_Body_downloadFileDefaultContentType",
        "GET /type/file/body/response/default-content-type",
        {
            expect_bytes(
                &client.body_client().download_file_default_content_type().await?.collect().await?,
                &png(),
            )?;
        }
    );
}
