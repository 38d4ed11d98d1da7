package io.channelkeeper.network.pixel;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Pixel's API.
 */
@HttpExchange
interface PixelApi {

	@PostExchange(url = "/token", contentType = "application/x-www-form-urlencoded")
	ResponseEntity<byte[]> token(@RequestBody MultiValueMap<String, String> form);

	@GetExchange("/me")
	ResponseEntity<byte[]> me(@RequestHeader Map<String, String> headers);

}
