from typing import TypeAlias

from .enums import ConnectionMetadataXml

ConnectionMetadataXmlSaml: TypeAlias = ConnectionMetadataXml
"""Metadata document of a SAML identity provider; it is read once and not kept. Nothing
refers to this schema; it is here for `writeOnly`.
"""
