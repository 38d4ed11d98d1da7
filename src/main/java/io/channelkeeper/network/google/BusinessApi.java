package io.channelkeeper.network.google;

import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The part of Google Business that we use: accounts at one host, their places at another.
 */
interface BusinessApi {

	@GetExchange("/v1/accounts")
	ResponseEntity<byte[]> accounts(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
			@RequestParam Map<String, String> parameters);

	@GetExchange("/v1/locations/{place}")
	ResponseEntity<byte[]> location(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
			@PathVariable String place, @RequestParam Map<String, String> parameters);

	@GetExchange("/v1/accounts/{account}/locations")
	ResponseEntity<byte[]> locations(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
			@PathVariable String account, @RequestParam Map<String, String> parameters);

}
