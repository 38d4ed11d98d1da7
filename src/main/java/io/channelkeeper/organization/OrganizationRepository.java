package io.channelkeeper.organization;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * Keeps organizations.
 */
interface OrganizationRepository extends JpaRepository<OrganizationEntity, UUID> {

}
