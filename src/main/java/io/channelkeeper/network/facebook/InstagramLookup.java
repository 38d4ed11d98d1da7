package io.channelkeeper.network.facebook;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;
import io.channelkeeper.network.SignInProviders;

/**
 * Shows strangers' professional Instagram accounts through one of the organization's own
 * that is connected by way of a page (Meta, Business Discovery).
 */
@Component
class InstagramLookup implements PublicLookup {

	private final FacebookGraph graph;

	private final SignInProviders providers;

	InstagramLookup(FacebookGraph graph, SignInProviders providers) {
		this.graph = graph;
		this.providers = providers;
	}

	@Override
	public NetworkId network() {
		return InstagramThroughPages.NETWORK;
	}

	@Override
	public ProviderId lender() {
		return FacebookProvider.ID;
	}

	@Override
	public boolean isConfigured() {
		return this.providers.configured(FacebookProvider.ID);
	}

	/** Facebook does not tell an unknown handle from a personal account. */
	@Override
	public Optional<Profile> find(ChannelAddress address, @Nullable Loan loan) {
		Assert.notNull(loan, "Looking up Instagram accounts needs one of one's own");
		if (!address.handle().matches("[A-Za-z0-9._]+")) {
			return Optional.empty();
		}
		return this.graph.discover(loan, address.handle())
			.map((account) -> InstagramThroughPages.profile(account, id(account)));
	}

	private static String id(Json account) {
		return String.valueOf(account.id("id"));
	}

}
