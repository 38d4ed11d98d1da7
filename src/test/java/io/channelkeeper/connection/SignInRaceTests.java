package io.channelkeeper.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two things at once, really at once: whoever loses waits or begins anew, and nothing
 * half is left.
 */
class SignInRaceTests extends SignInScene {

	@Autowired
	CreatorService creatorService;

	private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void end() {
		this.elsewhere.close();
	}

	@Test
	@DisplayName("Archiving ends what is being connected in that moment")
	void archivingEndsWhatIsBeingConnected() {
		List<CompletableFuture<Void>> archived = new ArrayList<>();
		UUID id = channel("anakocht");
		this.errand.meanwhile(() -> {
			archived.add(CompletableFuture.runAsync(this::archive, this.elsewhere));
			untilSomebodyWaits();
		});
		assertThat(connect(id, "ana").diagnosis()).isNull();
		archived.getFirst().join();
		assertThat(count("connection where login_id is not null and organization_id")).isZero();
		assertThat(count("social_login where access_token is not null and organization_id")).isZero();
	}

	@Test
	@DisplayName("A disconnect waits for the sign-in and ends it")
	void disconnectsWhatIsBeingRenewed() {
		UUID id = channel("anakocht");
		connect(id, "ana");
		List<CompletableFuture<Void>> ended = new ArrayList<>();
		this.errand.meanwhile(() -> {
			ended.add(CompletableFuture.runAsync(() -> within(() -> this.connections.disconnect(this.viewer, id)),
					this.elsewhere));
			untilSomebodyWaits();
		});
		SignInEnd renewed = connect(id, "ana");
		ended.getFirst().join();
		assertThat(renewed.diagnosis()).isNull();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(within(() -> this.others.connect(renewed.attemptId(), List.of("17841400000000012")))).isZero();
		assertNoLoginWithoutToken();
	}

	@Test
	@DisplayName("One takes over while the other one signs in for more")
	void takesOverWhileTheOtherSignsIn() {
		UUID id = channel("anakocht");
		UUID bistro = channel("bistro_ana");
		connect(id, "ana");
		SignInWalk.Browser henri = this.walk.browser(this.viewer);
		URI first = henri.consent(henri.leave(id), "henri");
		URI second = this.browser.consent(this.browser.leave(bistro), "ana");
		List<CompletableFuture<SignInEnd>> ends = new ArrayList<>();
		this.errand.meanwhile(() -> {
			ends.add(CompletableFuture.supplyAsync(() -> henri.back(first), this.elsewhere));
			untilSomebodyWaits();
		});
		assertThat(this.browser.back(second).diagnosis()).isNull();
		assertThat(ends.getFirst().join().diagnosis()).isNull();
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
		assertNoLoginWithoutToken();
	}

	private void archive() {
		Tenancy.within(this.viewer.organizationId(),
				() -> this.creatorService.archive(this.viewer, this.creator, true));
	}

	/** A lock that is asked for and not granted shows that the other one has arrived. */
	private void untilSomebodyWaits() {
		long end = System.nanoTime() + 20_000_000_000L;
		while (System.nanoTime() < end) {
			if (this.jdbc.sql("select exists (select 1 from pg_locks where not granted)")
				.query(Boolean.class)
				.single()) {
				return;
			}
		}
		throw new AssertionError("Nobody waited");
	}

	private void assertNoLoginWithoutToken() {
		assertThat(this.jdbc.sql("""
				select count(*) from connection c join social_login l on l.id = c.login_id
				where c.organization_id = ? and l.access_token is null""")
			.param(this.viewer.organizationId())
			.query(Long.class)
			.single()).isZero();
	}

}
