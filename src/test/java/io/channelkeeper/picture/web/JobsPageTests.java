package io.channelkeeper.picture.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun;
import io.channelkeeper.picture.PictureRuns.CycleFigures;
import io.channelkeeper.picture.web.ErrandTexts.Check;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class JobsPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	ChannelService service;

	@Autowired
	JobsViews views;

	@Autowired
	SignInProviders providers;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private UUID creator;

	private UUID channel;

	@BeforeEach
	void begin() {
		this.admin = this.organizations.make("Bistro");
		this.creator = this.creators.ana(this.admin);
		this.channel = this.channels.add(this.admin, this.creator, TestChannels.address("tiktok", "anakocht"));
	}

	@Test
	@DisplayName("Fetch now leads back with a word, and the run is shown with what came of it")
	void tellsWhatCameOfIt() throws Exception {
		as(this.admin, post("/channels/{id}/picture/fetch", this.channel)).andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/creators/" + this.creator))
			.andExpect(flash().attribute("message", "No new picture of @anakocht: shown for connected channels only"));
		as(this.admin, get("/admin/jobs"))
			.andExpect(content().string(allOf(containsString(">Picture of @anakocht (TikTok)<"),
					containsString("1 of 1 done"), containsString("1 skipped: shown for connected channels only"))));
		Tenancy.within(this.admin.organizationId(), () -> this.service.archive(this.admin, this.channel));
		as(this.admin, post("/channels/{id}/picture/fetch", this.channel))
			.andExpect(flash().attribute("message", "There is no channel to fetch a picture from"));
	}

	@Test
	@DisplayName("A run is stopped and continued; the live part is silent while nothing changes")
	void stopsAndContinues() throws Exception {
		UUID run = run();
		String page = as(this.admin, get("/admin/jobs"))
			.andExpect(content().string(containsString("/" + run + "/stop")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		String live = page.replaceFirst("(?s).*hx-get=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		as(this.admin, get(live)).andExpect(status().isNoContent());
		as(this.admin, post("/admin/jobs/{run}/stop", run)).andExpect(redirectedUrl("/admin/jobs"))
			.andExpect(flash().attribute("message", "Stopped. What is being fetched is still finished."));
		as(this.admin, get(live)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(", stopped"), containsString("/" + run + "/continue"),
					containsString("<div hx-swap-oob=\"innerHTML:#told\">Pictures of " + this.admin.organizationName()
							+ ": stopped</div>"))));
		as(this.admin, get("/admin/jobs/live")).andExpect(content().string(not(containsString("swap-oob"))));
		as(this.admin, post("/admin/jobs/{run}/continue", run)).andExpect(redirectedUrl("/admin/jobs"))
			.andExpect(flash().attribute("message", "Continues where it was stopped."));
		as(this.admin, get("/admin/jobs")).andExpect(content().string(containsString("/" + run + "/stop")));
	}

	@Test
	@DisplayName("Admins see their organization’s runs, the operator all, others none")
	void showsToWhoMay() throws Exception {
		UUID run = run();
		as(this.organizations.member(this.admin, Role.MANAGER), get("/admin/jobs")).andExpect(status().isForbidden());
		Viewer other = this.organizations.make("Atelier");
		as(other, get("/admin/jobs")).andExpect(content().string(not(containsString(run.toString()))));
		as(other, post("/admin/jobs/{run}/stop", run)).andExpect(status().isNotFound());
		this.organizations.letOperate(other);
		as(other, get("/admin/jobs")).andExpect(content()
			.string(allOf(containsString("run-" + run), containsString("(" + this.admin.organizationName() + ")"))));
	}

	@Test
	@DisplayName("The way back is a path of ours, whatever is asked for")
	void leadsNowhereElse() throws Exception {
		as(this.admin, post("/creators/{id}/picture/fetch", this.creator).param("back", "//evil.example"))
			.andExpect(redirectedUrl("/creators/" + this.creator))
			.andExpect(flash().attribute("message", "The picture of 1 channel is on its way"));
		as(this.admin, post("/pictures/fetch").param("back", "/admin/jobs")).andExpect(redirectedUrl("/admin/jobs"))
			.andExpect(flash().attributeCount(1));
		as(this.organizations.make("Atelier"), post("/channels/{id}/picture/fetch", this.channel))
			.andExpect(status().isNotFound());
		as(this.organizations.make("Atelier"), post("/creators/{id}/picture/fetch", this.creator))
			.andExpect(status().isNotFound());
	}

	@Test
	@DisplayName("Who fetched all is told where to see it: admins how far it is, others that pictures appear")
	void tellsWhereItIsSeen() throws Exception {
		as(this.admin, post("/pictures/fetch")).andExpect(
				flash().attribute("checks", List.of(new Check("Background work shows how far it is.", "/admin/jobs"))));
		as(this.organizations.member(this.admin, Role.MANAGER), post("/pictures/fetch"))
			.andExpect(flash().attribute("checks", List.of(new Check("It appears by itself.", null))));
	}

	@ParameterizedTest
	@CsvSource({ "google, google/youtube, Calls to YouTube, Aufrufe bei YouTube",
			"google, google/business, Calls to Google Business, Aufrufe bei Google Business",
			"google, google, Calls to Google, Aufrufe bei Google", "x, x/lookup, Look-ups at X, Nachschlagen bei X" })
	@DisplayName("Limits bear the names of networks")
	void namesLimits(String provider, String api, String english, String german) {
		NetworkDesk.ApiStanding standing = new NetworkDesk.ApiStanding(api, Instant.EPOCH, null, null, null, 3, null,
				null, null, null);
		NetworkDesk.ProviderStanding of = new NetworkDesk.ProviderStanding(
				this.providers.all()
					.stream()
					.filter((one) -> one.id().value().equals(provider))
					.findFirst()
					.orElseThrow(),
				true, "", List.of(), List.of(standing), null, null, null, List.of(), null, List.of());
		assertThat(view(List.of(), List.of(of), Locale.ENGLISH).limits().getFirst().title()).isEqualTo(english);
		assertThat(view(List.of(), List.of(of), Locale.GERMAN).limits().getFirst().title()).isEqualTo(german);
	}

	@ParameterizedTest
	@CsvSource({ "1, about 1 minute left", "5340, about 89 minutes left", "5400, about 2 hours left",
			"74400, about 21 hours left" })
	@DisplayName("From ninety minutes on, what is left is told in hours")
	void countsLongTimesInHours(long seconds, String left) {
		PictureRun run = new PictureRun(Ids.next(), "Bistro", PictureRun.Scope.ORGANIZATION, null, null, "Mia",
				Instant.EPOCH, 9, null, Duration.ofSeconds(seconds), List.of());
		assertThat(view(List.of(run), List.of(), Locale.ENGLISH).runs().getFirst().left()).isEqualTo(left);
	}

	private JobsView view(List<PictureRun> runs, List<NetworkDesk.ProviderStanding> of, Locale language) {
		return this.views.view(this.admin, runs, new CycleFigures(true, 0, 1, 2, List.of()), of, language);
	}

	/** One that nothing works on: nobody knows its network. */
	private UUID run() {
		UUID run = Ids.next();
		this.jdbc.sql("""
				insert into picture_run (id, organization_id, scope, asked_by, asked_at, resumed_at, total)
				values (?, ?, 'ORGANIZATION', ?, now(), now(), 1)""")
			.params(run, this.admin.organizationId(), this.admin.memberId())
			.update();
		this.jdbc.sql("update picture_reading set network = 'nowhere' where channel_id = ?")
			.param(this.channel)
			.update();
		this.jdbc
			.sql("""
					insert into picture_run_item (run_id, channel_id, organization_id, network) values (?, ?, ?, 'nowhere')""")
			.params(run, this.channel, this.admin.organizationId())
			.update();
		return run;
	}

	private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(viewer)).with(csrf()));
	}

}
