package io.channelkeeper.connection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProviders;

/**
 * Renews and verifies what is due at a provider, a bounded number at once. Providers have
 * nothing in common: one that is slow holds up none of the others.
 */
@Service
@EnableConfigurationProperties(ConnectionProperties.class)
public class LoginRounds {

	private static final Logger log = LoggerFactory.getLogger(LoginRounds.class);

	private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

	private final RenewalClaims claims;

	private final Renewals renewals;

	private final Verification verification;

	private final SignInProviders providers;

	private final ConnectionProperties properties;

	LoginRounds(RenewalClaims claims, Renewals renewals, Verification verification, SignInProviders providers,
			ConnectionProperties properties) {
		this.claims = claims;
		this.renewals = renewals;
		this.verification = verification;
		this.providers = providers;
		this.properties = properties;
	}

	/**
	 * Renews and verifies everything that is due, both at once. Asks networks, so never
	 * inside a transaction.
	 * @throws IllegalArgumentException if there is no such provider
	 */
	public void round(ProviderId provider) {
		if (!this.providers.configured(provider)) {
			return;
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.execute(() -> run(() -> renew(provider)));
			threads.execute(() -> run(() -> verify(provider)));
		}
	}

	/** Renews everything that is due. */
	void renew(ProviderId provider) throws InterruptedException {
		if (this.providers.get(provider).renewal() != RenewalModel.NONE) {
			work("renew/" + provider, (most) -> this.claims.take(provider, most), this.renewals::renew);
		}
	}

	/** Verifies everything that is due. */
	void verify(ProviderId provider) throws InterruptedException {
		work("verify/" + provider, (most) -> this.verification.take(provider, most), this.verification::verify);
	}

	private <T> void work(String kind, IntFunction<List<T>> take, Deed<T> deed) throws InterruptedException {
		Semaphore free = this.slots.computeIfAbsent(kind, (key) -> new Semaphore(this.properties.concurrency()));
		int done = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			while (true) {
				free.acquire();
				int most = 1 + free.drainPermits();
				List<T> taken = List.of();
				try {
					taken = take.apply(most);
				}
				finally {
					free.release(most - taken.size());
				}
				if (taken.isEmpty()) {
					break;
				}
				taken.forEach((one) -> threads.execute(() -> run(one, deed, free)));
				done += taken.size();
			}
		}
		if (done > 0) {
			log.info("{}: {} done", kind, done);
		}
	}

	private static <T> void run(T one, Deed<T> deed, Semaphore free) {
		try {
			run(() -> deed.to(one));
		}
		finally {
			free.release();
		}
	}

	private static void run(Work work) {
		BackgroundCalls.within(() -> {
			try {
				work.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (RuntimeException ex) {
				log.error("Work on logins failed in a way that nobody foresaw", ex);
			}
			return null;
		});
	}

	/** Work that may be told to stop. */
	@FunctionalInterface
	private interface Work {

		void run() throws InterruptedException;

	}

	/** What is done to each. */
	@FunctionalInterface
	private interface Deed<T> {

		Object to(T one) throws InterruptedException;

	}

}
