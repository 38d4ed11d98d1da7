package io.channelkeeper.network.tiktok;

import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * The part of TikTok's Login Kit and Display API that we use.
 */
interface TikTokApi {

	/**
	 * The addresses for tokens are the registration's and an operator's, not the API's.
	 */
	@PostExchange(contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> form(UriBuilderFactory address, @RequestParam Map<String, String> parameters);

	@GetExchange("/v2/user/info/")
	ResponseEntity<byte[]> user(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
			@RequestParam("fields") String fields);

}
