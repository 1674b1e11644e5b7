"""WordprocessingML: the zip, the styles, the lists, the blocks and everything beside them."""
