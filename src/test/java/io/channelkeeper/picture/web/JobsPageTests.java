package io.channelkeeper.picture.web;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;

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
			.andExpect(flash().attribute("message",
					"No picture of @anakocht: the network shows it only to connected channels"));
		as(this.admin, get("/admin/jobs")).andExpect(content().string(allOf(containsString("Pictures of Ana Kocht"),
				containsString("1 of 1 done"), containsString("1 skipped: the network shows it only"))));
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
		as(this.admin, post("/admin/jobs/{run}/stop", run)).andExpect(redirectedUrl("/admin/jobs"));
		as(this.admin, get(live)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(", stopped"), containsString("/" + run + "/continue"))));
		as(this.admin, post("/admin/jobs/{run}/continue", run)).andExpect(redirectedUrl("/admin/jobs"));
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
		as(this.admin, post("/pictures/fetch").param("back", "/admin/jobs")).andExpect(redirectedUrl("/admin/jobs"));
		as(this.organizations.make("Atelier"), post("/channels/{id}/picture/fetch", this.channel))
			.andExpect(status().isNotFound());
		as(this.organizations.make("Atelier"), post("/creators/{id}/picture/fetch", this.creator))
			.andExpect(status().isNotFound());
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
