"""The email package of Python: `mime.py read` parses a message, its Content-Type in the first line, and prints its parts;
`mime.py write` takes an envelope and writes it with parts in each transfer encoding."""
import base64
import json
import sys
from email import charset, message_from_bytes, policy
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

data = sys.stdin.buffer.read()

if sys.argv[1] == "read":
    first, body = data.split(b"\n", 1)
    message = message_from_bytes(b"Content-Type: " + first.strip() + b"\r\n\r\n" + body, policy=policy.HTTP)
    json.dump(
        {
            "defects": [type(each).__name__ for part in message.walk() for each in part.defects],
            "start": message.get_param("start"),
            "parts": [
                {
                    "id": part["Content-ID"],
                    "type": part.get_content_type(),
                    "name": part.get_filename(),
                    "content": base64.b64encode(part.get_payload(decode=True)).decode(),
                }
                for part in message.iter_parts()
            ],
        },
        sys.stdout,
    )
else:
    message = MIMEMultipart("related", type="text/xml", start="<root@example.com>")
    root = MIMEText(data.decode(), "xml", "utf-8")
    root.replace_header("Content-Transfer-Encoding", "base64")
    in_base64 = MIMEApplication(bytes(range(256)) * 40, "octet-stream")
    quoted = charset.Charset("utf-8")
    quoted.body_encoding = charset.QP
    in_quoted = MIMEText("ein Brief = \u00fcber\n" * 20, "plain", quoted)
    for part, name in ((root, "root"), (in_base64, "base64"), (in_quoted, "quoted")):
        part["Content-ID"] = f"<{name}@example.com>"
        message.attach(part)
    whole = message.as_bytes(policy=policy.HTTP)
    head, body = whole.split(b"\r\n\r\n", 1)
    lines = head.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ").split(b"\r\n")
    sys.stdout.buffer.write(next(line for line in lines if line.lower().startswith(b"content-type")))
    sys.stdout.buffer.write(b"\n" + body)
