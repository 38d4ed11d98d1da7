package io.channelkeeper.network.google;

import org.springframework.http.ResponseEntity;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Where Google publishes its keys, and where it says where that is.
 */
interface GoogleKeysApi {

	@GetExchange
	ResponseEntity<byte[]> get(UriBuilderFactory address);

}
