package io.channelkeeper.network.google;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set for Google Business.
 *
 * @param accountApiUrl where the Account Management API answers, without its version
 * @param informationApiUrl where the Business Information API answers, without its
 * version
 * @param pictureHosts hosts that pictures may come from, see
 * {@link io.channelkeeper.network.Network#pictureHosts()}
 */
@ConfigurationProperties("channelkeeper.network.google-business")
record GoogleBusinessProperties(@DefaultValue("https://mybusinessaccountmanagement.googleapis.com") URI accountApiUrl,
		@DefaultValue("https://mybusinessbusinessinformation.googleapis.com") URI informationApiUrl, @DefaultValue( {
				"*.googleusercontent.com" }) List<String> pictureHosts){

}
