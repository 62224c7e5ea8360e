/** As Chrome's "Copy as cURL (bash)" gives it on Linux and macOS. */
export const CHROME_BASH = String.raw`curl 'https://acme.devsandbox.knetikcloud.com/oauth/token' \
  -H 'accept: application/json, text/plain, */*' \
  -H 'accept-language: en-US,en;q=0.9' \
  -H 'content-type: application/x-www-form-urlencoded' \
  -b 'JSESSIONID=0A1B2C' \
  -H 'origin: https://acme.devsandbox.knetikcloud.com' \
  -H 'sec-ch-ua: "Chromium";v="156", "Not A(Brand";v="24"' \
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0' \
  --data-raw $'grant_type=password&client_id=acme-web&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw&username=ada&password=it\'s%20a+secret\u0021' \
  --compressed`;

/** As Chrome's "Copy as cURL (cmd)" gives it on Windows: a password of `50%"off"&^` and a backslash. */
export const CHROME_CMD = String.raw`curl ^"https://acme.devsandbox.knetikcloud.com/oauth/token^" ^
  -H ^"accept: application/json, text/plain, */*^" ^
  -H ^"content-type: application/x-www-form-urlencoded^" ^
  -H ^"sec-ch-ua: ^\^"Chromium^\^";v=^\^"156^\^", ^\^"Not A(Brand^\^";v=^\^"24^\^"^" ^
  --data-raw ^"grant_type=password^&client_id=acme-web^&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw^&username=ada^&password=50^%^25^%^22off^%^22^%^26^%^5E^%^5C^" ^
  --insecure`;

/** As Firefox's "Copy as cURL (POSIX)" gives it. */
export const FIREFOX_BASH = String.raw`curl 'https://acme.devsandbox.knetikcloud.com/oauth/token' \
  -X POST \
  -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' \
  -H 'Accept: application/json' \
  -H 'Accept-Encoding: gzip, deflate, br, zstd' \
  -H 'Content-Type: application/x-www-form-urlencoded' \
  -H 'Origin: https://acme.devsandbox.knetikcloud.com' \
  -H 'Connection: keep-alive' \
  -H 'Priority: u=0' \
  --data-raw 'grant_type=client_credentials&client_id=acme-server&client_secret=gX1fBat3bV'`;

/** As Firefox's "Copy as cURL (Windows)" gives it. */
export const FIREFOX_CMD = String.raw`curl ^"https://acme.devsandbox.knetikcloud.com/oauth/token^" ^
  -X POST ^
  -H ^"User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0^" ^
  -H ^"Accept: application/json^" ^
  -H ^"Content-Type: application/x-www-form-urlencoded^" ^
  --data-raw ^"grant_type=client_credentials^&client_id=acme-server^&client_secret=gX1fBat3bV^"`;

/** RFC 6749 §4.4.2, with the header of its client (§2.3.1), as one types it. */
export const TYPED_WITH_USER =
  'curl -sS -u s6BhdRkqt3:gX1fBat3bV https://acme.knetikcloud.com/oauth/token -d grant_type=client_credentials';

export const ALL_CURL_LINES = [CHROME_BASH, CHROME_CMD, FIREFOX_BASH, FIREFOX_CMD, TYPED_WITH_USER];
