package io.channelkeeper.portfolio;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class PortfolioServiceTests {

	@Autowired
	PortfolioService portfolio;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Atelier");
	}

	@Test
	void worstStateComesFirst() {
		UUID ana = this.rows.creator(this.viewer, "Ana Kocht");
		UUID good = this.rows.channel(this.viewer, ana, "instagram", "anakocht");
		UUID bad = this.rows.channel(this.viewer, ana, "facebook", "anakocht");
		this.rows.connect(this.viewer, good, Duration.ofDays(50));
		this.rows.invalid(this.rows.connect(this.viewer, bad, Duration.ofDays(40)), "PASSWORD_CHANGED");
		this.rows.followers(good, 12_400);
		PortfolioRow row = page(PortfolioFilter.NONE).rows().getFirst();
		assertThat(row.worst())
			.hasValueSatisfying((worst) -> assertThat(worst.state()).isEqualTo(ConnectionState.INVALID));
		assertThat(row.renewFirst()).map(ChannelGlimpse::id).contains(good);
		assertThat(row.followers()).contains(12_400L);
	}

	@Test
	void countersAreFilters() {
		UUID expired = connected("Expired", Duration.ofDays(-1));
		UUID expiring = connected("Expiring", Duration.ofDays(3));
		UUID fine = connected("Fine", Duration.ofDays(60));
		UUID stuck = invited("Stuck", "OPENED", "NO_PAGE");
		UUID unanswered = invited("Unanswered", "SENT", null);
		UUID fresh = this.rows.creator(this.viewer, "Fresh");
		this.rows.channel(this.viewer, fresh, "tiktok", "fresh");
		PortfolioCounts counts = page(PortfolioFilter.NONE).counts();
		assertThat(counts.creators()).isEqualTo(6);
		assertThat(counts.invitations()).isEqualTo(2);
		assertThat(counts.of(PictureFilter.MISSING)).isEqualTo(6);
		assertFilter(counts, PortfolioState.INTERRUPTED, expired);
		assertFilter(counts, PortfolioState.EXPIRING, expiring);
		assertFilter(counts, PortfolioState.CONNECTED, fine);
		assertFilter(counts, PortfolioState.STUCK, stuck);
		assertFilter(counts, PortfolioState.UNANSWERED, unanswered);
		assertFilter(counts, PortfolioState.NOT_INVITED, fresh);
	}

	@Test
	@DisplayName("P-16, B-21: filters by name, handle, network, tag, picture and Mine")
	void findsByEveryFilter() {
		UUID ana = this.rows.creator(this.viewer, "Ana 100%", this.viewer.memberId(), "Food");
		UUID channel = this.rows.channel(this.viewer, ana, "instagram", "ana_kocht");
		this.rows.picture(this.viewer, channel, "abc");
		UUID bob = this.rows.creator(this.viewer, "Bob");
		this.rows.channel(this.viewer, bob, "tiktok", "anaXkocht");
		assertThat(found(new PortfolioFilter("100%", null, null, null, null, false))).containsExactly(ana);
		assertThat(found(new PortfolioFilter("@ana_k", null, null, null, null, false))).containsExactly(ana);
		assertThat(found(new PortfolioFilter(null, "tiktok", null, null, null, false))).containsExactly(bob);
		assertThat(found(new PortfolioFilter(null, null, null, "Food", null, false))).containsExactly(ana);
		assertThat(found(new PortfolioFilter(null, null, null, null, PictureFilter.MISSING, false)))
			.containsExactly(bob);
		assertThat(found(new PortfolioFilter(null, null, null, null, null, true))).containsExactly(ana);
		assertThat(found(new PortfolioFilter("'; drop table creator; --", null, null, null, null, false))).isEmpty();
		assertThat(found(new PortfolioFilter(null, "tiktok", PortfolioState.CONNECTED, null, null, false))).isEmpty();
	}

	@Test
	void pagesByNameAndId() {
		for (int i = 0; i < 53; i++) {
			this.rows.creator(this.viewer, "Twin");
		}
		UUID first = this.rows.creator(this.viewer, "ada");
		PortfolioPage one = page(PortfolioFilter.NONE);
		PortfolioPage two = Tenancy.within(this.viewer.organizationId(),
				() -> this.portfolio.page(this.viewer, PortfolioFilter.NONE, one.next()));
		assertThat(one.rows()).hasSize(50).first().extracting(PortfolioRow::id).isEqualTo(first);
		assertThat(two.rows()).hasSize(4);
		assertThat(two.next()).isNull();
		assertThat(two.rows()).doesNotContainAnyElementsOf(one.rows());
	}

	@Test
	void neverShowsAnotherOrganization() {
		connected("Ours", Duration.ofDays(30));
		Viewer other = this.organizations.make("Other");
		PortfolioPage page = Tenancy.within(other.organizationId(),
				() -> this.portfolio.page(other, PortfolioFilter.NONE, null));
		assertThat(page.rows()).isEmpty();
		assertThat(page.counts().creators()).isZero();
		assertThat(page.nextRenewal()).isNull();
	}

	@Test
	void namesTheNextRenewal() {
		connected("Later", Duration.ofDays(60));
		connected("Sooner", Duration.ofDays(30));
		NextRenewal next = page(PortfolioFilter.NONE).nextRenewal();
		assertThat(Objects.requireNonNull(next).creatorName()).isEqualTo("Sooner");
	}

	@Test
	void membersSeeWhoLooksAfterACreator() {
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		this.rows.creator(this.viewer, "Ana", mia.memberId());
		assertThat(page(PortfolioFilter.NONE).rows().getFirst().lookedAfterBy()).isEqualTo("Mia Marketer");
	}

	private void assertFilter(PortfolioCounts counts, PortfolioState state, UUID creator) {
		assertThat(counts.of(state)).as(state.word()).isEqualTo(1);
		assertThat(found(new PortfolioFilter(null, null, state, null, null, false))).as(state.word())
			.containsExactly(creator);
	}

	private UUID connected(String name, Duration remaining) {
		UUID creator = this.rows.creator(this.viewer, name);
		this.rows.connect(this.viewer, this.rows.channel(this.viewer, creator, "instagram", name), remaining);
		return creator;
	}

	private UUID invited(String name, String state, @Nullable String diagnosis) {
		UUID creator = this.rows.creator(this.viewer, name);
		this.rows.invite(this.viewer, creator, this.rows.channel(this.viewer, creator, "instagram", name), state,
				diagnosis);
		return creator;
	}

	private List<UUID> found(PortfolioFilter filter) {
		return page(filter).rows().stream().map(PortfolioRow::id).toList();
	}

	private PortfolioPage page(PortfolioFilter filter) {
		return Tenancy.within(this.viewer.organizationId(), () -> this.portfolio.page(this.viewer, filter, null));
	}

}
