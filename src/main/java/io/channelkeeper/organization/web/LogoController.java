package io.channelkeeper.organization.web;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.channelkeeper.organization.Logo;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.support.NotFoundException;

/**
 * The logo of an organization, for everybody.
 */
@Controller
class LogoController {

	private final OrganizationService organizations;

	LogoController(OrganizationService organizations) {
		this.organizations = organizations;
	}

	@GetMapping("/organizations/{id}/logo")
	ResponseEntity<byte[]> logo(@PathVariable UUID id) {
		Logo logo = this.organizations.logo(id).orElseThrow(() -> new NotFoundException("logo", id));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(logo.type()))
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.eTag('"' + DigestUtils.md5DigestAsHex(logo.bytes()) + '"')
			.body(logo.bytes());
	}

}
