package io.channelkeeper.support;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The keys that secrets are sealed with.
 *
 * @param keyset base64 of Tink's JSON keyset, or {@code file:} and the path of a file
 * that holds it
 */
@Validated
@ConfigurationProperties("channelkeeper.encryption")
public record EncryptionProperties(@NotBlank String keyset) {

	boolean isFile() {
		return this.keyset.startsWith(Keyset.FILE);
	}

	@Override
	public String toString() {
		return "EncryptionProperties[…]";
	}

}
