package io.channelkeeper.connection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.support.SealedColumn;

/**
 * Where this feature keeps something sealed.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionSeals {

	@Bean
	SealedColumn sealedAccess() {
		return new SealedColumn("social_login", "access_token");
	}

	@Bean
	SealedColumn sealedRefresh() {
		return new SealedColumn("social_login", "refresh_token");
	}

	@Bean
	SealedColumn sealedChannel() {
		return new SealedColumn("connection", "channel_token", "channel_id");
	}

	@Bean
	SealedColumn sealedVerifier() {
		return new SealedColumn("sign_in_attempt", "verifier");
	}

	@Bean
	SealedColumn sealedReached() {
		return new SealedColumn("reached_channel", "reached_sealed");
	}

	@Bean
	SealedColumn sealedOffer() {
		return new SealedColumn("offered_channel", "grant_sealed");
	}

	@Bean
	SealedColumn sealedReturn() {
		return new SealedColumn("access_return", "grant_sealed");
	}

}
