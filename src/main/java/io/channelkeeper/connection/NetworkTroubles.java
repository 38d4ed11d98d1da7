package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Tenancy;

/**
 * Notices when a network itself is in trouble (B-7): then nothing is concluded from its
 * refusals, one notice says so, and everything is looked at again once it is over.
 */
@Service
public class NetworkTroubles {

	private static final Logger log = LoggerFactory.getLogger(NetworkTroubles.class);

	/** Below that nothing is known of a network. */
	private static final int LEAST_CALLS = 5;

	/** A few dead logins of a small installation are no trouble of the network's. */
	private static final int LEAST_LOGINS = 3;

	/** As many unanswered calls tell as much, whoever made them. */
	private static final int LEAST_FAILURES = 10;

	private static final Duration SPREAD = Duration.ofMinutes(5);

	/** By then everything was looked at again, twice where it was refused. */
	private static final Duration SETTLING = SPREAD.multipliedBy(2);

	private final NetworkCalls calls;

	private final TroubleRows rows;

	private final SignInProviders providers;

	private final ConnectionProperties.Incident settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	NetworkTroubles(NetworkCalls calls, TroubleRows rows, SignInProviders providers, ConnectionProperties properties,
			ApplicationEventPublisher events, Clock clock) {
		this.calls = calls;
		this.rows = rows;
		this.providers = providers;
		this.settings = properties.incident();
		this.events = events;
		this.clock = clock;
	}

	/** Whether nothing is to be concluded from what a provider refuses. */
	boolean isTroubled(ProviderId provider) {
		return this.rows.isTroubled(provider);
	}

	/**
	 * The providers of which nobody is to be written to (B-7): they are in trouble, or
	 * were until so lately that not everything was looked at again.
	 */
	public Set<ProviderId> unsettled() {
		return this.rows.troubledSince(this.clock.instant().minus(SETTLING));
	}

	/** Writes down what was counted here, and looks at what was counted everywhere. */
	public void round() {
		try {
			this.rows.add(this.calls.drain());
			Instant now = this.clock.instant();
			begin(now);
			end(now);
			this.rows.forget(now.minus(this.settings.window().multipliedBy(2)));
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("How the networks do is not known: {}", ex.getClass().getSimpleName());
		}
	}

	private void begin(Instant now) {
		Set<String> open = new HashSet<>(this.rows.open());
		for (TroubleRows.Tally tally : this.rows.tallies(since(now, this.settings.window()))) {
			if (isTrouble(tally) && !open.contains(tally.api())) {
				boolean known = this.rows.isTroubled(tally.provider());
				if (this.rows.begin(tally.api(), (int) Math.round(tally.share() * 100), now)) {
					log.warn("{} is in trouble: {} of {} calls failed", tally.api(), tally.bad(), tally.all());
					if (!known) {
						tell(tally.provider(), true, now);
					}
				}
			}
		}
	}

	private boolean isTrouble(TroubleRows.Tally tally) {
		return tally.all() >= LEAST_CALLS && tally.share() >= this.settings.share()
				&& (tally.logins() >= LEAST_LOGINS || tally.failed() >= LEAST_FAILURES);
	}

	/**
	 * The last quarter of the window decides; who asks nothing any more is told nothing.
	 */
	private void end(Instant now) {
		List<String> open = this.rows.open();
		if (open.isEmpty()) {
			return;
		}
		Map<String, TroubleRows.Tally> whole = tallies(since(now, this.settings.window()));
		Map<String, TroubleRows.Tally> lately = tallies(since(now, this.settings.window().dividedBy(4)));
		for (String api : open) {
			boolean silent = !whole.containsKey(api);
			boolean sound = lately.containsKey(api) && lately.get(api).share() < this.settings.share();
			if (silent || sound) {
				this.rows.end(api, now).ifPresent((since) -> over(api, since, now));
			}
		}
	}

	private Map<String, TroubleRows.Tally> tallies(Instant since) {
		return this.rows.tallies(since).stream().collect(Collectors.toMap(TroubleRows.Tally::api, Function.identity()));
	}

	private void over(String api, Instant since, Instant now) {
		ProviderId provider = new TroubleRows.Tally(api, 0, 0, 0, 0).provider();
		if (this.rows.isTroubled(provider)) {
			return;
		}
		boolean retried = model(provider).filter((model) -> model != RenewalModel.ROTATES).isPresent();
		int logins = this.rows.lookAgain(provider, retried, since.minus(this.settings.window()), SPREAD, now);
		log.info("{} is well again; {} logins are looked at once more", api, logins);
		tell(provider, false, since);
	}

	private Optional<RenewalModel> model(ProviderId provider) {
		return this.providers.all()
			.stream()
			.filter((one) -> one.id().equals(provider))
			.map((one) -> one.renewal())
			.findFirst();
	}

	private void tell(ProviderId provider, boolean begun, Instant since) {
		this.rows.organizations(provider)
			.forEach((organization) -> Tenancy.within(organization,
					() -> this.events.publishEvent(new NetworkTroubled(organization, provider, begun, since))));
	}

	private static Instant since(Instant now, Duration window) {
		return now.minus(window).truncatedTo(ChronoUnit.MINUTES);
	}

}
