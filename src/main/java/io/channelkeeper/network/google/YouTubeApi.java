package io.channelkeeper.network.google;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The part of the YouTube Data API that we use.
 */
interface YouTubeApi {

	/**
	 * Channels.
	 * @param authorization the person's token as a header's value, or null where a key
	 * stands among the parameters
	 */
	@GetExchange("/channels")
	ResponseEntity<byte[]> channels(
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
			@RequestParam Map<String, String> parameters);

}
