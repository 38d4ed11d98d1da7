package io.channelkeeper.connection;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.support.Ids;

/**
 * A public look-up at whichever network a test chooses, over real HTTP; at none until
 * then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TestLookup implements PublicLookup {

	private static final NetworkId NONE = new NetworkId("none");

	/** The loans of the questions so far. */
	final List<Optional<Loan>> loans = new CopyOnWriteArrayList<>();

	private final RemoteClients clients;

	private volatile NetworkId network = NONE;

	private volatile @Nullable ProviderId lender;

	private volatile @Nullable ApiCalls calls;

	private volatile @Nullable Api api;

	TestLookup(RemoteClients clients) {
		this.clients = clients;
	}

	/** From now on this network is asked, under a name whose limits nobody knows yet. */
	public ApiName serve(String networkId, @Nullable String lentBy, FarSide farSide) {
		ApiName name = new ApiName("look-up/" + Ids.next().toString().replaceAll("[^a-f]", "x").substring(6));
		this.loans.clear();
		this.calls = this.clients.calls(name, (answer, now) -> fault(answer, now));
		this.api = this.clients.create(Api.class, URI.create(farSide.address()));
		this.lender = (lentBy != null) ? new ProviderId(lentBy) : null;
		this.network = new NetworkId(networkId);
		return name;
	}

	public void end() {
		this.network = NONE;
	}

	private static @Nullable NetworkFault fault(RemoteAnswer answer, Instant now) {
		return switch (answer.status()) {
			case 200, 404 -> null;
			case 401 -> new NetworkFault.TokenRejected(Cause.TOKEN_REJECTED);
			default -> answer.faultOfStatus(now);
		};
	}

	@Override
	public NetworkId network() {
		return this.network;
	}

	@Override
	public @Nullable ProviderId lender() {
		return this.lender;
	}

	@Override
	public boolean isConfigured() {
		return true;
	}

	@Override
	public Optional<Profile> find(ChannelAddress address, @Nullable Loan loan) {
		this.loans.add(Optional.ofNullable(loan));
		RemoteAnswer answer = Objects.requireNonNull(this.calls)
			.answer(() -> Objects.requireNonNull(this.api).profile(address.handle()));
		Json body = answer.body();
		return (answer.status() == 404 || body == null) ? Optional.empty()
				: Optional.of(new Profile(address.network(), Objects.requireNonNull(body.text("id")), address.handle(),
						body.text("name"), body.flag("public"), body.text("type"), body.figures(),
						body.address("picture")));
	}

	/** What the far side answers. */
	interface Api {

		@GetExchange("/profiles/{handle}")
		ResponseEntity<byte[]> profile(@PathVariable String handle);

	}

}
